import { dayMs } from '../ports/clock.ts';
import { deliveryKeys } from './delivery-keys.ts';
import type { Dependencies } from './dependencies.ts';

/** Once a day, old invitations are looked for whose person is to be forgotten; never where data are kept for good. */
export async function oweForgetting({
  store,
  clock,
  settings: { team, retentionDays },
}: Pick<Dependencies, 'store' | 'clock' | 'settings'>): Promise<void> {
  if (retentionDays === undefined) return;
  const runAt = clock.now();
  const dedupeKey = deliveryKeys.retention(team.id, Math.floor(runAt / dayMs));
  await store.deliveries.enqueue({
    teamId: team.id,
    kind: 'retention',
    target: team.id,
    payload: {},
    dedupeKey,
    runAt,
  });
}
