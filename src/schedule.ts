import { schedule, type ScheduledTask } from 'node-cron';

export interface ScheduleHooks {
  onOwed: () => void;
  onError: (error: unknown) => void;
}

/** A tick only owes the work; the worker does it, one at a time. All expressions are in UTC. */
export function owePeriodically(
  name: string,
  expression: string,
  owe: () => Promise<void>,
  { onOwed, onError }: ScheduleHooks,
): ScheduledTask {
  return schedule(expression, () => owe().then(onOwed, onError), { timezone: 'UTC', noOverlap: true, name });
}
