import type { Delivery } from '../../ports/delivery-store.ts';
import type { JobKinds } from '../job-kind.ts';
import { hastyRetry, neverRetry } from '../retry-rule.ts';

/** The looks themselves are handed in, because they belong to the arrivals. */
export interface Looks {
  poll(): Promise<void>;
  lookForNewcomers(): Promise<number>;
  meet(delivery: Delivery<'meet'>): Promise<string>;
}

/**
 * The deliveries that only look. They are given up without a word to people, since the next poll looks again; a poll
 * that fails is not repeated at all. Errors that concern people are told where they arise.
 */
export function lookJobs(looks: Looks): Pick<JobKinds, 'poll' | 'roster' | 'meet'> {
  return {
    poll: {
      retry: neverRetry,
      isRoutine: true,
      run: async () => {
        await looks.poll();
        return { result: 'looked' };
      },
      onDead: needlessToTell,
    },
    roster: {
      retry: hastyRetry,
      isRoutine: true,
      run: async () => ({ result: `${await looks.lookForNewcomers()} to meet` }),
      onDead: needlessToTell,
    },
    meet: {
      retry: hastyRetry,
      isRoutine: true,
      run: async (delivery) => ({ result: await looks.meet(delivery) }),
      onDead: needlessToTell,
    },
  };
}

const needlessToTell = () => Promise.resolve(true);
