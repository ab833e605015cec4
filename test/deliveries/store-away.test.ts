import { beforeEach, expect, it, onTestFinished } from 'vitest';
import type { JobKind, JobKinds } from '../../src/deliveries/job-kind.ts';
import { Worker } from '../../src/deliveries/worker.ts';
import type { Store } from '../../src/ports/store.ts';
import { team } from '../support/fake-chat.ts';
import { FakeClock, minutes } from '../support/fake-clock.ts';
import { FakeLog } from '../support/fake-log.ts';
import { openTemporaryStore } from '../support/temporary-store.ts';
import { until } from '../support/until.ts';
import { owedPoll } from '../store/owed-poll.ts';

const clock = new FakeClock();
let store: Store;
beforeEach(async () => {
  store = await openTemporaryStore(clock);
});

/** Time stands still: what waits for a lease to run out waits for ever. */
function startWorker(run: JobKind<'poll'>['run']): Worker {
  const poll: JobKind<'poll'> = { retry: { baseMs: 1, capMs: 1, maxAttempts: 9 }, run };
  const worker = new Worker({ teamId: 'team', store, clock, log: new FakeLog(), kinds: { poll } as JobKinds });
  onTestFinished(async () => {
    await worker.stop(minutes(1));
  });
  worker.start();
  return worker;
}

const owe = (target: string) => store.deliveries.enqueue(owedPoll({ dedupeKey: target, target }));
const untilLeft = (worker: Worker, count: number) =>
  until(`${count} are left`, async () => {
    worker.wake();
    return (await store.deliveries.unfinishedPage(team.id, 'ready', 9)).length === count;
  });

it('what was claimed when the answer was lost runs as soon as the store is back, as tried before', async () => {
  const claim = store.deliveries.claim.bind(store.deliveries);
  let lost = 0;
  store.deliveries.claim = async (options) => {
    const claimed = await claim(options);
    if (claimed.length > 0 && (lost += 1) === 1) throw new Error('the connection is gone');
    return claimed;
  };
  const attempts: number[] = [];
  await owe('a');
  const worker = startWorker((delivery) => {
    attempts.push(delivery.attempts);
    return Promise.resolve({ result: 'ok' });
  });
  await untilLeft(worker, 0);
  expect(attempts).toEqual([2]);
});

it('what ended while the store was away runs again as soon as it is back, and what still runs is left alone', async () => {
  const there = { ...store.deliveries };
  const isAway = () => Promise.reject(new Error('the connection is gone'));
  Object.assign(store.deliveries, { finish: isAway, retry: isAway });
  const attempts: string[] = [];
  const end = Promise.withResolvers<{ result: string }>();
  await owe('quick');
  await owe('slow');
  const worker = startWorker(({ target, attempts: attempt }) => {
    attempts.push(`${target} ${attempt}`);
    return target === 'slow' ? end.promise : Promise.resolve({ result: 'ok' });
  });
  await until('another attempt', () => {
    worker.wake();
    return attempts.includes('quick 2');
  });
  Object.assign(store.deliveries, there);
  await untilLeft(worker, 1);
  end.resolve({ result: 'ok' });
  await untilLeft(worker, 0);
  expect(attempts.filter((one) => one.startsWith('slow'))).toEqual(['slow 1']);
});

it('what runs on after its lease was lost is not begun a second time beside itself', async () => {
  const begun: number[] = [];
  const end = Promise.withResolvers<{ result: string }>();
  await owe('a');
  const worker = startWorker((delivery) => {
    begun.push(delivery.attempts);
    return end.promise;
  });
  await until('it runs', () => begun.length > 0);
  await store.deliveries.releaseAll();
  await until('it is claimed again', async () => {
    worker.wake();
    const [delivery] = await store.deliveries.unfinishedPage(team.id, 'ready', 1);
    return (delivery?.attempts ?? 0) > 1;
  });
  end.resolve({ result: 'ok' });
  await untilLeft(worker, 0);
  expect(begun).toEqual([1]);
});
