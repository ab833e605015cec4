import { dayMs } from '../ports/clock.ts';
import type { Invitation } from '../ports/invitation-store.ts';
import { deliveryKeys } from './delivery-keys.ts';
import type { Dependencies } from './dependencies.ts';

/** Who accepts in the evening may not open kChat before the weekend is over. */
const patienceMs = 3 * dayMs;

type AbsenceDependencies = Pick<Dependencies, 'store' | 'clock' | 'settings'>;

/** Once a day, those are looked for who accepted some days ago and were not seen in kChat since. */
export async function oweAbsence({ store, clock, settings }: AbsenceDependencies): Promise<void> {
  // Whether there are any is asked then, and not by each poll.
  const teamId = settings.team.id;
  const runAt = clock.now();
  const dedupeKey = deliveryKeys.absence(teamId, Math.floor(runAt / dayMs));
  await store.deliveries.enqueue({ teamId, kind: 'absence', target: teamId, payload: {}, dedupeKey, runAt });
}

export async function longAccepted({ store, clock, settings }: AbsenceDependencies): Promise<Invitation[]> {
  const accepted = await store.invitations.inStates(settings.team.id, ['accepted']);
  return accepted.filter(({ acceptedAt = 0 }) => acceptedAt <= clock.now() - patienceMs);
}
