import { dayMs, hourMs } from '../ports/clock.ts';
import type { GatheredMessageKind } from '../ports/delivery-store.ts';
import type { Invitation } from '../ports/invitation-store.ts';
import type { StoreQueries } from '../ports/store.ts';
import { deliveryKeys } from './delivery-keys.ts';
import { oweInviterMessage } from './owe-inviter-message.ts';

/** What befalls one of an import mostly befalls the others a little later, at the pace at which they were invited. */
const gatherMs = hourMs;
/** Days begin before the time of day at which the import did, or clocks that differ would part those it began with. */
const headStartMs = hourMs;

type NewsQueries = Pick<StoreQueries, 'deliveries' | 'imports' | 'importNews'>;

/**
 * The inviter is to be told what became of an invitation: at once, or together with all of the same import whom the same
 * befalls, by one message a day at most. Written with the change it tells of.
 * @param at when it became true, in milliseconds.
 */
export async function oweNews(
  queries: NewsQueries,
  invitation: Invitation,
  message: GatheredMessageKind,
  at: number,
): Promise<void> {
  const { importId } = invitation;
  if (importId === undefined) await oweInviterMessage(queries, invitation, message, at);
  else await oweImportNews(queries, { ...invitation, importId }, message, at);
}

/**
 * The same for somebody of an import.
 * @param dueAt when it is to be told, in milliseconds; it may be told some hours before, with the others of that day.
 */
export async function oweImportNews(
  queries: NewsQueries,
  { teamId, id, importId }: Pick<Invitation, 'teamId' | 'id'> & { importId: string },
  message: GatheredMessageKind,
  dueAt: number,
): Promise<void> {
  await queries.importNews.add({ teamId, importId, message, invitationId: id, dueAt });
  const run = await queries.imports.byId(teamId, importId);
  const firstDay = (run?.startedAt ?? 0) - headStartMs;
  const startOf = (day: number) => firstDay + day * dayMs;
  const isTold = async (day: number, runAt: number) => {
    const key = deliveryKeys.importNews(importId, message, day);
    // One that waits for its turn will tell of this as well; one that runs, or has its words already, will not.
    if (await queries.deliveries.isUnworded(teamId, key)) return true;
    const payload = { importId, message, until: startOf(day + 1) };
    return queries.deliveries.enqueue({ teamId, kind: 'import_news', target: key, payload, dedupeKey: key, runAt });
  };
  const day = Math.floor((dueAt - firstDay) / dayMs);
  if (!(await isTold(day, dueAt + gatherMs))) await isTold(day + 1, startOf(day + 1));
}
