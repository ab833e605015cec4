import { composeGuestWelcome, composeWelcome } from '../../invitations/compose-welcome.ts';
import type { Dependencies } from '../../invitations/dependencies.ts';
import { joinedChannels } from '../../invitations/joined-channels.ts';
import { oweFollowUps } from '../../invitations/owe-follow-ups.ts';
import { withNote } from '../../invitations/personal-note.ts';
import { localeOf } from '../../texts/locale.ts';
import { remark } from '../../ports/remark.ts';
import type { JobKind } from '../job-kind.ts';
import { keptMessage } from '../kept-message.ts';
import { postOnce } from '../post-once.ts';
import { patientRetry } from '../retry-rule.ts';
import { tellInviterOfFailure } from '../tell-inviter-of-failure.ts';

/**
 * The Euria welcome: one direct message to the newcomer, after their channels are settled. What the team has written
 * for single channels, and the second message some days later, follow from it as deliveries of the same kind.
 */
export function welcomeJob(deps: Dependencies): JobKind<'welcome'> {
  const { chat, clock, store, settings } = deps;
  return {
    retry: patientRetry,
    async run(delivery) {
      const { teamId, invitationId, payload } = delivery;
      const { userId, firstName, part = 'first', isGuest = false, isRepeat = false } = payload;
      if (part === 'second' && !(await isStillHere(deps, userId))) return { result: 'not sent: has left' };
      const invitation = invitationId === undefined ? undefined : await store.invitations.byId(teamId, invitationId);
      const joined = invitation ? (await joinedChannels(deps, invitation)).joined : [];
      const message = await keptMessage(store, delivery, async () => {
        const locale = localeOf(payload.locale, settings.defaultLocale);
        const facts = { locale, firstName, inviterName: invitation?.inviterName ?? '', channels: joined };
        if (isGuest) return composeGuestWelcome(deps, facts);
        const composed = await composeWelcome(deps, part, facts);
        return composed !== undefined && part === 'first' ? withNote(composed, invitation) : composed;
      });
      if (message === undefined) return { result: 'not sent: the text was taken back' };
      const postId = await postOnce(chat, delivery, await chat.directChannel(userId), message);
      return {
        result: postId,
        record: async (queries) => {
          if (part !== 'first') return;
          const at = clock.now();
          if (!isRepeat && !isGuest) await oweFollowUps(queries, settings, delivery, joined, at);
          if (invitationId === undefined) return;
          await queries.invitations.addEvent({ teamId, invitationId, kind: 'welcomed', at, actor: 'deliveries' });
        },
      };
    },
    onDead: (delivery, reason) => tellInviterOfFailure({ store, clock }, delivery, remark('doing_welcome'), reason),
  };
}

/** Days have passed: nobody writes to people who have left. */
async function isStillHere({ chat, settings }: Dependencies, userId: string): Promise<boolean> {
  const user = await chat.user(userId);
  if (!user || user.isDeactivated) return false;
  return (await chat.teamMembership(settings.team.id, userId)) !== undefined;
}
