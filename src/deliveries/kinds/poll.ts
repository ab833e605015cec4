import type { JobKind } from '../job-kind.ts';
import { neverRetry } from '../retry-rule.ts';

/** A poll that fails is not repeated: the next tick is one. Errors that reach people are told where they arise. */
export function pollJob(poll: () => Promise<void>): JobKind<'poll'> {
  return {
    retry: neverRetry,
    async run() {
      await poll();
      return { result: 'looked' };
    },
  };
}
