import type { Dependencies } from '../../invitations/dependencies.ts';
import { joinedChannels } from '../../invitations/joined-channels.ts';
import type { Delivery } from '../../ports/delivery-store.ts';
import { plain } from '../../texts/plain.ts';
import { parseLocale } from '../../texts/locale.ts';
import { textsFor } from '../../texts/texts-for.ts';
import type { JobKind } from '../job-kind.ts';
import { postOnce } from '../post-once.ts';
import { patientRetry } from '../retry-rule.ts';
import { tellInviterOfFailure } from '../tell-inviter-of-failure.ts';

/** The Euria welcome: one direct message to the newcomer, after their channels are settled. */
export function welcomeJob(deps: Dependencies): JobKind<'welcome'> {
  const { chat, clock, store } = deps;
  return {
    retry: patientRetry,
    async run(delivery) {
      const { teamId, invitationId, payload } = delivery;
      const message = await compose(deps, delivery);
      const postId = await postOnce(chat, delivery, await chat.directChannel(payload.userId), message);
      return {
        result: postId,
        record: async ({ invitations }) => {
          if (invitationId === undefined) return;
          const event = { teamId, invitationId, kind: 'welcomed', at: clock.now(), actor: 'deliveries' } as const;
          await invitations.addEvent(event);
        },
      };
    },
    onDead: (delivery, reason) => tellInviterOfFailure({ store, clock }, delivery, 'the welcome message', reason),
  };
}

async function compose(deps: Dependencies, { teamId, invitationId, payload }: Delivery<'welcome'>): Promise<string> {
  const { store, settings } = deps;
  const invitation = invitationId === undefined ? undefined : await store.invitations.byId(teamId, invitationId);
  const joined = invitation ? (await joinedChannels(deps, invitation)).joined : [];
  return textsFor(parseLocale(payload.locale) ?? settings.defaultLocale).welcome({
    firstName: plain(payload.firstName, 60),
    teamName: plain(settings.team.displayName, 60),
    inviterName: invitation ? plain(invitation.inviterName, 60) : '',
    channels: joined,
  });
}
