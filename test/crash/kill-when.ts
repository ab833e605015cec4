import { setTimeout as wait } from 'node:timers/promises';
import type { Stage } from '../support/stage.ts';
import type { Kill } from './kill-plan.ts';

/** A program that is idle makes no more requests than its polls: then it is killed all the same. Milliseconds. */
const patienceMs = 10_000;

/**
 * Kills the program at that moment.
 * @throws Error when it has ended by itself before.
 */
export async function killWhen(stage: Stage, kill: Kill): Promise<void> {
  const victim = stage.bot();
  const timer = new AbortController();
  let reached = 0;
  let killed: Promise<void> | undefined;
  const stopObserving = stage.sandbox.observe(async ({ phase, path, method }) => {
    // What people type goes over the same API.
    if (kill.at === 'time' || phase !== kill.phase || path.endsWith('/commands/execute')) return;
    if (kill.at === 'writing request' && method === 'GET') return;
    if ((reached += 1) < kill.nth) return;
    killed ??= stage.kill();
    timer.abort();
    await killed;
    // What was on its way when its sender died may never have arrived.
    return phase === 'before' ? 'lost' : undefined;
  });
  await wait(kill.at === 'time' ? kill.ms : patienceMs, undefined, { signal: timer.signal }).catch(() => undefined);
  await (killed ?? stage.kill());
  stopObserving();
  if (victim.child.signalCode !== 'SIGKILL') throw new Error(`The program ended by itself:\n${victim.output()}`);
}
