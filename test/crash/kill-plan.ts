import { randomInt } from 'node:crypto';
import fc from 'fast-check';

/** When the program is killed next, counted from its last start. */
export type Kill =
  /** At the n-th request it makes, which then has either not been worked on, or has been but is not answered yet. */
  | { at: 'request' | 'writing request'; nth: number; phase: 'before' | 'after' }
  /** After some time, be it in the middle of starting. */
  | { at: 'time'; ms: number };

export interface KillStep {
  kill: Kill;
  /** How many of those who are invited register before it. */
  acceptances: number;
}

const kill: fc.Arbitrary<Kill> = fc.oneof(
  { weight: 2, arbitrary: atRequest('request', 40) },
  // Most requests only read. What a crash could double are the others.
  { weight: 3, arbitrary: atRequest('writing request', 8) },
  { weight: 1, arbitrary: fc.record({ at: fc.constant('time' as const), ms: fc.integer({ min: 0, max: 1_500 }) }) },
);

function atRequest(at: 'request' | 'writing request', latest: number): fc.Arbitrary<Kill> {
  return fc.record({
    at: fc.constant(at),
    nth: fc.integer({ min: 1, max: latest }),
    phase: fc.constantFrom('before' as const, 'after' as const),
  });
}

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
