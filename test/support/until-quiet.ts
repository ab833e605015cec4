import type { Worker } from '../../src/deliveries/worker.ts';
import type { Dependencies } from '../../src/invitations/dependencies.ts';
import type { Store } from '../../src/ports/store.ts';
import { seconds, type FakeClock } from './fake-clock.ts';

/** What is owed later than this, such as a reminder, is no part of what happens now. */
const soonMs = 24 * 60 * 60_000;

/** More deliveries than this in a row mean that something runs in circles. */
const manyRounds = 3_000;

/**
 * Runs everything owed, moving the clock to each next delivery.
 * @param soon what is due later than this, in milliseconds from each moment, is left for later.
 */
export async function untilQuiet(
  {
    worker,
    store,
    clock,
    deps,
  }: { worker: Worker; store: Store; clock: FakeClock; deps: Pick<Dependencies, 'settings'> },
  soon = soonMs,
): Promise<void> {
  for (let round = 0; round < manyRounds; round += 1) {
    await worker.drain();
    const next = await store.deliveries.nextRunAt(deps.settings.team.id);
    if (next === undefined || next > clock.now() + soon) return;
    // What is due and was not taken waits its turn behind another that is tried again later.
    if (next <= clock.now()) clock.advance(seconds(1));
    else clock.moveTo(next);
  }
  throw new Error('The deliveries never come to an end');
}
