import { beforeEach, describe, expect, it } from 'vitest';
import type { JobKind, JobKinds } from '../../src/deliveries/job-kind.ts';
import { Worker } from '../../src/deliveries/worker.ts';
import { DatabaseUnavailableError } from '../../src/errors.ts';
import { TryLater } from '../../src/invitations/try-later.ts';
import type { Fact } from '../../src/ports/observe.ts';
import type { Store } from '../../src/ports/store.ts';
import { team } from '../support/fake-chat.ts';
import { FakeClock, minutes, seconds } from '../support/fake-clock.ts';
import { refusal, silence } from '../support/fake-faults.ts';
import { FakeLog } from '../support/fake-log.ts';
import { openTemporaryStore } from '../support/temporary-store.ts';
import { until } from '../support/until.ts';

const rule = { baseMs: 1_000, capMs: 8_000, maxAttempts: 4 };

describe('the worker', () => {
  const clock = new FakeClock();
  let store: Store;
  let log: FakeLog;
  let given: string[];
  let facts: Fact[];
  let isTold: boolean;
  beforeEach(async () => {
    store = await openTemporaryStore(clock);
    log = new FakeLog();
    given = [];
    facts = [];
    isTold = true;
  });

  const owe = (target = 'a') =>
    store.deliveries.enqueue({
      teamId: team.id,
      kind: 'poll',
      target,
      payload: {},
      dedupeKey: target,
      runAt: clock.now(),
    });

  /** All kinds do the same here; polls are what is owed. */
  function workerThat(run: JobKind<'poll'>['run'], concurrency = 8): Worker {
    const job: JobKind<'poll'> = {
      retry: rule,
      run,
      onDead: (_delivery, reason) => {
        given.push(reason);
        return Promise.resolve(isTold);
      },
    };
    const observe = (fact: Fact) => facts.push(fact);
    return new Worker({ teamId: 'team', store, clock, log, observe, concurrency, kinds: { poll: job } as JobKinds });
  }

  async function workForTenMinutes(worker: Worker): Promise<void> {
    for (let round = 0; round < 10; round += 1) {
      await worker.drain();
      clock.advance(minutes(1));
    }
  }

  const outcomes = () => facts.map((fact) => fact.happened === 'attempt' && `${fact.kind} ${fact.outcome}`);

  it('runs what is due and records the result once', async () => {
    const done: string[] = [];
    const worker = workerThat(({ target }) => {
      done.push(target);
      return Promise.resolve({ result: 'ok' });
    });
    await owe('a');
    await owe('b');
    await worker.drain();
    await worker.drain();
    expect(done.sort()).toEqual(['a', 'b']);
    expect(await store.deliveries.nextRunAt('team')).toBeUndefined();
  });

  it('tries again within the bounds of the backoff, until it works', async () => {
    let failures = 3;
    const worker = workerThat(() =>
      failures-- > 0 ? Promise.reject(silence('timeout', 'kChat')) : Promise.resolve({ result: 'ok' }),
    );
    await owe();
    for (const longest of [1_000, 2_000, 4_000]) {
      await worker.drain();
      const wait = ((await store.deliveries.nextRunAt('team')) ?? 0) - clock.now();
      expect(wait).toBeGreaterThanOrEqual(longest / 2);
      expect(wait).toBeLessThanOrEqual(longest);
      expect(await store.deliveries.byKey('team', 'a')).toMatchObject({ lastError: '#timeout:kChat' });
      clock.advance(wait);
    }
    await worker.drain();
    expect(await store.deliveries.nextRunAt('team')).toBeUndefined();
    expect(given).toEqual([]);
  });

  it('waits as long as Retry-After asks', async () => {
    const worker = workerThat(() => Promise.reject(refusal(429, undefined, { retryAfterMs: seconds(90) })));
    await owe();
    await worker.drain();
    expect(await store.deliveries.nextRunAt('team')).toBe(clock.now() + seconds(90));
  });

  it('gives up at once after a permanent refusal, and says so', async () => {
    const worker = workerThat(() => Promise.reject(refusal(404, undefined, {}, 'kChat')));
    await owe();
    await worker.drain();
    expect(given).toEqual(['#refused:kChat:404']);
    expect(await store.deliveries.nextRunAt('team')).toBeUndefined();
    expect(log.messages('error')).toEqual(['a delivery was given up']);
  });

  it('gives up when the rule allows no more attempts', async () => {
    let attempts = 0;
    const worker = workerThat(() => {
      attempts += 1;
      return Promise.reject(silence());
    });
    await owe();
    await workForTenMinutes(worker);
    expect(attempts).toBe(rule.maxAttempts);
    expect(given).toHaveLength(1);
  });

  it('tells people nothing of the inside of an unexpected error', async () => {
    const worker = workerThat(() => Promise.reject(new Error('secret path /x')));
    await owe();
    await workForTenMinutes(worker);
    expect(given).toEqual(['#bug']);
  });

  it('names the database where that is what failed', async () => {
    const worker = workerThat(() => Promise.reject(new DatabaseUnavailableError('gone')));
    await owe();
    await workForTenMinutes(worker);
    expect(given).toEqual(['#no_database']);
  });

  it('puts off without counting what can not go on yet', async () => {
    let runs = 0;
    const worker = workerThat(() => {
      runs += 1;
      return Promise.reject(new TryLater('not yet', seconds(5)));
    });
    await owe();
    for (let round = 0; round < 10; round += 1) {
      await worker.drain();
      clock.advance(seconds(5));
    }
    expect(runs).toBe(10);
    expect(await store.deliveries.byKey('team', 'a')).toMatchObject({ attempts: 0, runAt: clock.now() });
    expect(given).toEqual([]);
  });

  it('records nothing for a delivery that another holder has taken over', async () => {
    const recorded: string[] = [];
    const first = Promise.withResolvers<undefined>();
    const slow = workerThat(async () => {
      await first.promise;
      return { result: 'slow', record: () => Promise.resolve(void recorded.push('slow')) };
    });
    const quick = workerThat(() =>
      Promise.resolve({ result: 'quick', record: () => Promise.resolve(void recorded.push('quick')) }),
    );
    await owe();
    const draining = slow.drain();
    await until('the slow worker has begun', async () => (await store.deliveries.byKey('team', 'a'))?.attempts === 1);
    clock.advance(minutes(5));
    await quick.drain();
    first.resolve(undefined);
    await draining;
    expect(recorded).toEqual(['quick']);
    expect(outcomes()).toEqual(['poll done', 'poll lost']);
  });

  it('finishes nothing when what belongs to the end can not be written', async () => {
    const worker = workerThat(() =>
      Promise.resolve({ result: 'ok', record: () => Promise.reject(new Error('disk full')) }),
    );
    await owe();
    await worker.drain();
    expect(await store.deliveries.nextRunAt('team')).toBeGreaterThan(clock.now());
  });

  it('tells how each attempt has ended', async () => {
    const endings = [
      () => Promise.reject(new TryLater('not yet', 0)),
      () => Promise.reject(silence('timeout', 'kChat')),
      () => Promise.reject(refusal(404, undefined, {}, 'kChat')),
      () => Promise.resolve({ result: 'ok' }),
    ];
    const worker = workerThat(() => endings.shift()?.() ?? Promise.reject(new Error('no more')));
    await owe('a');
    await worker.drain();
    clock.advance(minutes(1));
    await worker.drain();
    await owe('b');
    await worker.drain();
    expect(outcomes()).toEqual(['poll postponed', 'poll retried', 'poll dead', 'poll done']);
  });

  it('runs no more at once than it is told', async () => {
    let running = 0;
    let most = 0;
    const worker = workerThat(async () => {
      most = Math.max(most, (running += 1));
      await new Promise(setImmediate);
      running -= 1;
      return { result: 'ok' };
    }, 3);
    for (let target = 0; target < 10; target += 1) await owe(String(target));
    await worker.drain();
    expect(most).toBe(3);
  });

  it('stops when what runs has come to its end, and claims nothing more', async () => {
    const finish = Promise.withResolvers<undefined>();
    const begun: string[] = [];
    const worker = workerThat(async ({ target }) => {
      begun.push(target);
      await finish.promise;
      return { result: 'ok' };
    }, 1);
    await owe('a');
    await owe('b');
    worker.start();
    await until('a delivery runs', () => begun.length === 1);
    const stopped = worker.stop(minutes(1));
    finish.resolve(undefined);
    expect(await stopped).toBe(true);
    expect(begun).toHaveLength(1);
  });

  it('does not wait for ever when it is stopped', async () => {
    let isRunning = false;
    const worker = workerThat(() => {
      isRunning = true;
      return new Promise(() => undefined);
    });
    await owe();
    worker.start();
    await until('a delivery runs', () => isRunning);
    expect(await worker.stop(10)).toBe(false);
    await store.deliveries.releaseAll();
    expect(await store.deliveries.nextRunAt('team')).toBe(clock.now());
  });

  it('looks at once when it is woken, and a reply can wait for the attempt', async () => {
    const worker = workerThat(() => Promise.resolve({ result: 'ok' }));
    worker.start();
    await owe();
    const tried = worker.attempts.next('a', minutes(1));
    worker.wake();
    await tried;
    expect(await store.deliveries.nextRunAt('team')).toBeUndefined();
    await worker.stop(minutes(1));
  });

  it('goes on after the store has failed for a moment', async () => {
    const claim = store.deliveries.claim.bind(store.deliveries);
    let isBroken = true;
    store.deliveries.claim = (options) => (isBroken ? Promise.reject(new Error('disk')) : claim(options));
    const worker = workerThat(() => Promise.resolve({ result: 'ok' }));
    await owe();
    worker.start();
    await until('the failure is logged', () => log.messages('error').length > 0);
    isBroken = false;
    worker.wake();
    await until('the delivery is done', async () => (await store.deliveries.nextRunAt('team')) === undefined);
    await worker.stop(minutes(1));
  });
});
