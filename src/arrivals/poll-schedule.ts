import { schedule, type ScheduledTask } from 'node-cron';
import type { Dependencies } from '../invitations/dependencies.ts';
import { owePoll } from './owe-looks.ts';

/** A tick only owes a poll; the worker does it, one at a time. */
export function startPolling(
  deps: Pick<Dependencies, 'store' | 'clock' | 'settings'>,
  expression: string,
  hooks: { onOwed: () => void; onError: (error: unknown) => void },
): ScheduledTask {
  return schedule(expression, () => owePoll(deps).then(hooks.onOwed, hooks.onError), {
    timezone: 'UTC',
    noOverlap: true,
    name: 'poll',
  });
}
