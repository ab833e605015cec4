import { randomInt } from 'node:crypto';
import fc from 'fast-check';

/** When the program is killed next, counted from its last start. */
export type Kill =
  /** At the n-th request it makes, which then has either not been worked on, or has been but is not answered yet. */
  | { at: 'request'; nth: number; phase: 'before' | 'after' }
  /** After some time, be it in the middle of starting. */
  | { at: 'time'; ms: number };

export interface KillStep {
  kill: Kill;
  /** How many of those who are invited register before it. */
  acceptances: number;
}

const kill: fc.Arbitrary<Kill> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      at: fc.constant('request' as const),
      nth: fc.integer({ min: 1, max: 40 }),
      phase: fc.constantFrom('before' as const, 'after' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ at: fc.constant('time' as const), ms: fc.integer({ min: 0, max: 1_500 }) }) },
);

/** `CRASH_SEED`, to play a run again, or a new one. The plan is the same then; how fast the machine is may differ. */
export function chooseSeed(): number {
  const { CRASH_SEED: wanted } = process.env;
  return wanted === undefined ? randomInt(2 ** 31) : Number(wanted);
}

/** The same for the same seed. */
export function planKills(seed: number, kills: number): KillStep[] {
  const step = fc.record({ kill, acceptances: fc.integer({ min: 0, max: 3 }) });
  return fc.sample(fc.noBias(step), { seed, numRuns: kills });
}
