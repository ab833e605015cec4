import { dayMs } from '../ports/clock.ts';
import type { Invitation } from '../ports/invitation-store.ts';
import type { StoreQueries } from '../ports/store.ts';
import { deliveryKeys } from './delivery-keys.ts';
import { oweImportNews } from './owe-import-news.ts';

/** So long before its end an invitation is worth a word. */
const noticeMs = 2 * dayMs;
/** What ends sooner than that is still in everybody's mind. */
const shortestLifeMs = 4 * dayMs;

/**
 * One reminder before the end, to the inviter; of an import one for all who end on that day. It is owed for this end
 * alone: a renewal or a longer life makes another, and whoever accepts before makes it needless.
 */
export async function oweReminder(
  queries: Pick<StoreQueries, 'deliveries' | 'imports' | 'importNews'>,
  { teamId, id, inviterId, expiresAt, importId }: Invitation,
  now: number,
): Promise<void> {
  if (expiresAt === undefined || expiresAt - now < shortestLifeMs) return;
  const runAt = expiresAt - noticeMs;
  if (importId !== undefined) return oweImportNews(queries, { teamId, id, importId }, 'reminder', runAt);
  await queries.deliveries.enqueue({
    teamId,
    kind: 'inviter_message',
    target: inviterId,
    payload: { message: 'reminder', expiresAt },
    invitationId: id,
    dedupeKey: deliveryKeys.inviterMessage(id, 'reminder', String(expiresAt)),
    runAt,
  });
}

/** The invitation has been answered or has ended: nothing is left to remind of. */
export async function dropReminder(
  { deliveries }: Pick<StoreQueries, 'deliveries'>,
  { teamId, id, expiresAt }: Pick<Invitation, 'teamId' | 'id' | 'expiresAt'>,
  now: number,
): Promise<void> {
  await deliveries.settle(teamId, deliveryKeys.inviterMessage(id, 'reminder', String(expiresAt)), 'needless', now);
}
