import { schedule, type ScheduledTask } from 'node-cron';

export interface ScheduleHooks {
  onOwed: () => void;
  onError: (error: unknown) => void;
}

/**
 * A tick only owes the work; the worker does it, one at a time. All expressions are in UTC. One that was missed, because the
 * machine stood still at that moment, is made up for: the next one may be a week away.
 */
export function owePeriodically(
  name: string,
  expression: string,
  owe: () => Promise<void>,
  { onOwed, onError }: ScheduleHooks,
): ScheduledTask {
  const tick = () => owe().then(onOwed, onError);
  const task = schedule(expression, tick, { timezone: 'UTC', noOverlap: true, name });
  task.on('execution:missed', tick);
  return task;
}
