import { schedule, type ScheduledTask } from 'node-cron';
import { deliveryKeys } from '../invitations/delivery-keys.ts';
import type { Dependencies } from '../invitations/dependencies.ts';

/** Two ticks within this time, for example of two processes, become one poll. */
const bucketMs = 1_000;

/** A tick only owes a poll; the worker does it, one at a time. */
export function startPolling(
  deps: Pick<Dependencies, 'store' | 'clock' | 'settings'>,
  expression: string,
  hooks: { onEnqueued: () => void; onError: (error: unknown) => void },
): ScheduledTask {
  return schedule(expression, () => enqueuePoll(deps).then(hooks.onEnqueued, hooks.onError), {
    timezone: 'UTC',
    noOverlap: true,
    name: 'poll',
  });
}

export async function enqueuePoll({
  store,
  clock,
  settings,
}: Pick<Dependencies, 'store' | 'clock' | 'settings'>): Promise<void> {
  const now = clock.now();
  const teamId = settings.team.id;
  // Polls that take longer than the schedule's step must not pile up.
  if (await store.deliveries.isWaiting(teamId, 'poll', teamId)) return;
  await store.deliveries.enqueue({
    teamId,
    kind: 'poll',
    target: teamId,
    payload: {},
    dedupeKey: deliveryKeys.poll(teamId, Math.floor(now / bucketMs)),
    runAt: now,
  });
}
