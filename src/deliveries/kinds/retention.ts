import type { Dependencies } from '../../invitations/dependencies.ts';
import { forgetOld } from '../../invitations/forget-old.ts';
import { TryLater } from '../../invitations/try-later.ts';
import { dayMs } from '../../ports/clock.ts';
import type { JobKind } from '../job-kind.ts';
import { hastyRetry } from '../retry-rule.ts';

/** Between two batches, so that commands come in between. */
const pauseMs = 1_000;
const keptMs = 7 * dayMs;

/** Forgets people of long ago, some at a time. What one day leaves is done the next. */
export function retentionJob(deps: Dependencies): JobKind<'retention'> {
  return {
    retry: hastyRetry,
    isRoutine: true,
    async run() {
      if (await forgetOld(deps)) throw new TryLater('There are more to forget', pauseMs);
      return {
        result: 'done',
        record: ({ deliveries }) =>
          deliveries.forgetEnded(deps.settings.team.id, 'retention', deps.clock.now() - keptMs),
      };
    },
  };
}
