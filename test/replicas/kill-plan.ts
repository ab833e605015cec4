import { randomInt } from 'node:crypto';
import fc from 'fast-check';

/** One life of a process, and the time until it is started again, in milliseconds. */
export interface Life {
  /** Whether its time counts from the end of the start, not from the beginning. */
  isReady: boolean;
  upMs: number;
  downMs: number;
}

/** `REPLICAS_SEED`, to play a run again, or a new one. The plan is the same then; how fast the machine is may differ. */
export function chooseSeed(): number {
  const { REPLICAS_SEED: wanted } = process.env;
  return wanted === undefined ? randomInt(2 ** 31) : Number(wanted);
}

/** The lives of each process. */
export function planLives(seed: number, processes: number, lives: number): Life[][] {
  const life = fc.record({
    isReady: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
    upMs: fc.integer({ min: 300, max: 4_000 }),
    downMs: fc.integer({ min: 0, max: 2_000 }),
  });
  const plan = fc.array(life, { minLength: lives, maxLength: lives });
  return fc.sample(fc.noBias(plan), { seed, numRuns: processes });
}
