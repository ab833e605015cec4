import { hourMs } from '../ports/clock.ts';
import type { StoreQueries } from '../ports/store.ts';
import { deliveryKeys } from './delivery-keys.ts';

/** What dies of one cause mostly dies together. */
const gatherMs = 60_000;

/**
 * Something was given up of which nobody else is told: the administrators are, by one message for all of it, and one in
 * each hour at most. Written in the transaction that gives it up.
 */
export async function oweDeadReport(
  { deliveries }: Pick<StoreQueries, 'deliveries'>,
  teamId: string,
  now: number,
): Promise<void> {
  // One that waits for its turn will tell of this as well; one that runs may have looked too early.
  if (await deliveries.isWaiting(teamId, 'dead_report', teamId)) return;
  const report = { teamId, kind: 'dead_report', target: teamId, payload: {} } as const;
  const hour = Math.floor(now / hourMs);
  const isFirst = await deliveries.enqueue({
    ...report,
    dedupeKey: deliveryKeys.deadReport(teamId, hour),
    runAt: now + gatherMs,
  });
  if (isFirst) return;
  const next = hour + 1;
  await deliveries.enqueue({ ...report, dedupeKey: deliveryKeys.deadReport(teamId, next), runAt: next * hourMs });
}
