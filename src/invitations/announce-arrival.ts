import { randomUUID } from 'node:crypto';
import type { NoticeArrival } from '../ports/notice-store.ts';
import type { StoreQueries } from '../ports/store.ts';
import { deliveryKeys } from './delivery-keys.ts';
import type { Settings } from './dependencies.ts';

/** Arrivals within this time share one notice per channel, so that a group's arrival does not flood anybody. */
export const noticeWindowMs = 10 * 60_000;

/** Puts an arrival on each notice channel's current notice, or opens a new one. */
export async function announceArrival(
  queries: StoreQueries,
  { team, noticeChannels }: Pick<Settings, 'team' | 'noticeChannels'>,
  arrival: NoticeArrival,
): Promise<void> {
  for (const channelName of noticeChannels) {
    const open = await queries.notices.openSince(team.id, channelName, arrival.arrivedAt - noticeWindowMs);
    const noticeId = open?.id ?? randomUUID();
    if (!open) {
      await queries.notices.insert({
        id: noticeId,
        teamId: team.id,
        channelName,
        openedAt: arrival.arrivedAt,
        postId: undefined,
        shownArrivals: 0,
      });
    }
    await queries.notices.addArrival(team.id, noticeId, arrival);
    await queries.deliveries.enqueue({
      teamId: team.id,
      kind: 'notice',
      target: noticeId,
      payload: { noticeId },
      invitationId: arrival.invitationId,
      dedupeKey: deliveryKeys.notice(noticeId, arrival.userId),
      runAt: arrival.arrivedAt,
    });
  }
}
