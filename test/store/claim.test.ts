import { beforeEach, describe, expect, it } from 'vitest';
import type { NewDelivery } from '../../src/ports/delivery-store.ts';
import type { Store } from '../../src/ports/store.ts';
import { FakeClock, minutes } from '../support/fake-clock.ts';
import { openTemporaryStore } from '../support/temporary-store.ts';
import { owedPoll } from './owed-poll.ts';

const leaseMs = minutes(5);

describe('claiming deliveries', () => {
  const clock = new FakeClock();
  let store: Store;
  beforeEach(async () => {
    store = await openTemporaryStore(clock);
  });

  const claim = async (holder = 'worker', limit = 10) => {
    const claimed = await store.deliveries.claim({ teamId: 'team', now: clock.now(), holder, leaseMs, limit });
    return claimed.map(({ dedupeKey }) => dedupeKey);
  };
  const owe = (key: string, target: string, runAt = clock.now()) =>
    store.deliveries.enqueue(owedPoll({ dedupeKey: key, target, runAt }));

  it('takes the oldest first and not more than asked for', async () => {
    await owe('second', 'b', clock.now() - 1);
    await owe('first', 'a', clock.now() - 2);
    await owe('third', 'c');
    expect(await claim('worker', 2)).toEqual(['first', 'second']);
  });

  it('leaves alone what only a newer program knows, and does not call its team for it', async () => {
    const unknown = { ...owedPoll({ dedupeKey: 'of a newer program' }), kind: 'unheard_of' };
    await store.deliveries.enqueue(unknown as NewDelivery);
    expect(await store.deliveries.teamsDue(['team'], clock.now())).toEqual([]);
    expect(await claim()).toEqual([]);
    await owe('known', 'a');
    expect(await store.deliveries.teamsDue(['team'], clock.now())).toEqual(['team']);
    expect(await claim()).toEqual(['known']);
    expect(await store.deliveries.byKey('team', 'of a newer program')).toMatchObject({ attempts: 0 });
  });

  it('leaves alone what is not due yet', async () => {
    await owe('later', 'a', clock.now() + 1);
    expect(await claim()).toEqual([]);
    clock.advance(1);
    expect(await claim()).toEqual(['later']);
  });

  it('takes one of a kind and target at a time, in order, and others beside it', async () => {
    await owe('to Ann, first', 'ann', clock.now() - 2);
    await owe('to Ann, second', 'ann', clock.now() - 1);
    await owe('to Bob', 'bob');
    expect(await claim()).toEqual(['to Ann, first', 'to Bob']);
    expect(await claim()).toEqual([]);

    await end('to Ann, first');
    expect(await claim()).toEqual(['to Ann, second']);
  });

  it('keeps the turn of one that was tried until it ends', async () => {
    await owe('first', 'ann', clock.now() - 1);
    await owe('second', 'ann');
    await claim();
    await store.deliveries.retry(await idOf('first'), 'worker', clock.now() + minutes(1), 'silence');
    expect(await claim()).toEqual([]);

    clock.advance(minutes(1));
    expect(await claim()).toEqual(['first']);
    await end('first');
    expect(await claim()).toEqual(['second']);
  });

  it('lets another one go ahead of one that was only put off', async () => {
    await owe('first', 'ann', clock.now() - 1);
    await owe('second', 'ann');
    await claim();
    await store.deliveries.postpone(await idOf('first'), 'worker', clock.now() + minutes(1));
    expect(await claim()).toEqual(['second']);
  });

  it('does not let two holders have the same one', async () => {
    await owe('only', 'a');
    const both = await Promise.all([claim('one'), claim('two')]);
    expect(both.flat()).toEqual(['only']);
  });

  it('counts each start, and remembers the first', async () => {
    await owe('only', 'a');
    const first = clock.now();
    await claim();
    clock.advance(leaseMs);
    await claim();
    expect(await store.deliveries.byKey('team', 'only')).toMatchObject({ attempts: 2, firstAttemptAt: first });
  });

  it('takes over when a lease has run out, and not before', async () => {
    await owe('only', 'a');
    await claim('dead');
    clock.advance(leaseMs - 1);
    expect(await claim('successor')).toEqual([]);
    clock.advance(1);
    expect(await claim('successor')).toEqual(['only']);
  });

  it('leaves a renewed lease to its holder', async () => {
    await owe('only', 'a');
    await claim('slow');
    expect(await store.deliveries.renew(await idOf('only'), 'slow', clock.now() + 2 * leaseMs)).toBe(true);
    expect(await store.deliveries.renew(await idOf('only'), 'other', clock.now())).toBe(false);
    clock.advance(leaseMs);
    expect(await claim('successor')).toEqual([]);
  });

  it('gives everything back when all leases are released', async () => {
    await owe('one', 'a');
    await owe('two', 'b');
    await claim('dead');
    await store.deliveries.releaseAll();
    expect((await claim('successor')).sort()).toEqual(['one', 'two']);
  });

  async function idOf(key: string): Promise<string> {
    const delivery = await store.deliveries.byKey('team', key);
    return delivery?.id ?? '';
  }

  async function end(key: string): Promise<void> {
    expect(await store.deliveries.finish(await idOf(key), 'worker', 'done', clock.now())).toBe(true);
  }
});
