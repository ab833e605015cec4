import { dayMs } from '../ports/clock.ts';
import { readStatistics } from './statistics.ts';
import { deliveryKeys } from './delivery-keys.ts';
import type { Dependencies } from './dependencies.ts';

const days = 7;

/** What a week was like, in numbers alone: the channel it is told in may be read by everybody. */
export interface Digest {
  pending: number;
  expiring: number;
  accepted: number;
  expired: number;
  medianMs: number | undefined;
}

/** @returns undefined when there is nothing to tell. */
export async function readDigest({ store, clock, settings }: Dependencies): Promise<Digest | undefined> {
  const teamId = settings.team.id;
  const now = clock.now();
  const pending = await store.statistics.pending(teamId, now + days * dayMs);
  // Whole days up to yesterday: what happens later today belongs to the next digest.
  const range = { days, now: now - dayMs, timeZone: 'UTC' };
  const { accepted, expired, medianMs } = await readStatistics(store, teamId, range);
  if (pending.total + accepted + expired === 0) return undefined;
  return { pending: pending.total, expiring: pending.ending, accepted, expired, medianMs };
}

/** Owes the digest of this day; several processes that tick owe one. */
export async function oweDigest({
  store,
  clock,
  settings: { team },
}: Pick<Dependencies, 'store' | 'clock' | 'settings'>): Promise<void> {
  const runAt = clock.now();
  const dedupeKey = deliveryKeys.digest(team.id, Math.floor(runAt / dayMs));
  await store.deliveries.enqueue({ teamId: team.id, kind: 'digest', target: team.id, payload: {}, dedupeKey, runAt });
}
