import { deliveryKeys } from '../invitations/delivery-keys.ts';
import type { Dependencies } from '../invitations/dependencies.ts';

/** A schedule ticks once a minute at most. */
const tickMs = 60_000;

/** Owes a copy of the database; several processes that tick owe one. */
export async function oweBackup({
  store,
  clock,
  settings: { team },
}: Pick<Dependencies, 'store' | 'clock' | 'settings'>): Promise<void> {
  const runAt = clock.now();
  const dedupeKey = deliveryKeys.backup(team.id, Math.floor(runAt / tickMs));
  const payload = { at: runAt };
  await store.deliveries.enqueue({ teamId: team.id, kind: 'backup', target: team.id, payload, dedupeKey, runAt });
}
