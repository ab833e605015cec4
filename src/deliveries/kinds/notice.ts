import { isOutOfReach } from '../../errors.ts';
import { asMember } from '../../invitations/as-member.ts';
import type { Dependencies } from '../../invitations/dependencies.ts';
import type { Delivery } from '../../ports/delivery-store.ts';
import type { Notice, NoticeArrival } from '../../ports/notice-store.ts';
import { plain } from '../../texts/plain.ts';
import { textsFor } from '../../texts/texts-for.ts';
import { remark } from '../../ports/remark.ts';
import type { JobKind } from '../job-kind.ts';
import { postOnce } from '../post-once.ts';
import { requireChannel } from '../require-channel.ts';
import { patientRetry } from '../retry-rule.ts';
import { tellInviterOfFailure } from '../tell-inviter-of-failure.ts';

/** More names than this in one line, and nobody reads it. */
const namesShown = 20;

/**
 * Brings a channel's shared arrival notice up to date. The first post always names the first arrival alone, so that
 * after an uncertain attempt its text is known and can be looked for; whoever arrived since is added by editing.
 */
export function noticeJob(deps: Dependencies): JobKind<'notice'> {
  const { store, clock, settings } = deps;

  async function show(delivery: Delivery<'notice'>, notice: Notice, arrivals: readonly NoticeArrival[]): Promise<void> {
    const [first] = arrivals;
    if (!first) return;
    if (notice.postId === undefined) {
      const postId = await postToChannel(deps, delivery, notice.channelName, render([first]));
      await store.notices.recordPost(notice.teamId, notice.id, postId, 1);
      if (arrivals.length > 1) await update(delivery, { ...notice, postId, shownArrivals: 1 }, arrivals);
    } else {
      await update(delivery, { ...notice, postId: notice.postId }, arrivals);
    }
  }

  async function update(
    delivery: Delivery<'notice'>,
    notice: Notice & { postId: string },
    arrivals: readonly NoticeArrival[],
  ): Promise<void> {
    try {
      await deps.chat.updatePost(notice.postId, render(arrivals));
    } catch (error) {
      // Deleted by somebody, or too old to edit on this server: the newcomers get a notice of their own.
      if (!isOutOfReach(error)) throw error;
      const key = `${delivery.dedupeKey}:apart`;
      await postToChannel(
        deps,
        { ...delivery, dedupeKey: key },
        notice.channelName,
        render(arrivals.slice(notice.shownArrivals)),
      );
    }
    await store.notices.recordPost(notice.teamId, notice.id, notice.postId, arrivals.length);
  }

  function render(arrivals: readonly NoticeArrival[]): string {
    const lines = arrivals.slice(0, namesShown).map(({ name, inviterName }) => ({
      name: plain(name, 80),
      inviterName: inviterName === undefined ? undefined : plain(inviterName, 80),
    }));
    return textsFor(settings.defaultLocale).notice(lines, arrivals.length - lines.length);
  }

  return {
    retry: patientRetry,
    async run(delivery) {
      const { teamId, invitationId, payload } = delivery;
      const notice = await store.notices.byId(teamId, payload.noticeId);
      if (!notice) throw new Error(`Notice ${payload.noticeId} is gone`);
      const arrivals = await store.notices.arrivals(teamId, notice.id);
      if (notice.shownArrivals < arrivals.length) await show(delivery, notice, arrivals);
      return {
        // Results are logged, and a channel can be called anything.
        result: 'shown',
        record: async ({ invitations }) => {
          if (invitationId === undefined) return;
          const event = { teamId, invitationId, at: clock.now(), actor: 'deliveries' } as const;
          await invitations.addEvent({ ...event, kind: 'announced', detail: `~${notice.channelName}` });
        },
      };
    },
    async onDead(delivery, reason) {
      const notice = await store.notices.byId(delivery.teamId, delivery.payload.noticeId);
      return tellInviterOfFailure(deps, delivery, remark('doing_notice', notice?.channelName ?? '?'), reason);
    },
  };
}

async function postToChannel(
  { chat, settings }: Dependencies,
  delivery: Delivery<'notice'>,
  channelName: string,
  message: string,
): Promise<string> {
  const channel = await requireChannel(chat, settings.team.id, channelName, 'find a notice channel');
  return asMember(chat, channel.id, settings.botUserId, () => postOnce(chat, delivery, channel.id, message));
}
