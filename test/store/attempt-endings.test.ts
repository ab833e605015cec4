import { beforeEach, describe, expect, it } from 'vitest';
import type { DeliveryStore } from '../../src/ports/delivery-store.ts';
import { team } from '../support/fake-chat.ts';
import { FakeClock, minutes } from '../support/fake-clock.ts';
import { openTemporaryStore } from '../support/temporary-store.ts';
import { owedPoll } from './owed-poll.ts';

/** The four ways in which an attempt ends. */
const endings: { name: string; end: (deliveries: DeliveryStore, id: string, holder: string) => Promise<boolean> }[] = [
  { name: 'finish', end: (deliveries, id, holder) => deliveries.finish(id, holder, 'posted', 5) },
  { name: 'retry', end: (deliveries, id, holder) => deliveries.retry(id, holder, 5, 'silence') },
  { name: 'postpone', end: (deliveries, id, holder) => deliveries.postpone(id, holder, 5) },
  { name: 'bury', end: (deliveries, id, holder) => deliveries.bury(id, holder, 'refused', 5) },
];

describe('the end of an attempt', () => {
  const clock = new FakeClock();
  let deliveries: DeliveryStore;
  beforeEach(async () => {
    ({ deliveries } = await openTemporaryStore(clock));
    await deliveries.enqueue(owedPoll());
  });

  const claim = async (holder: string) => {
    const [delivery] = await deliveries.claim({
      teamId: 'team',
      now: clock.now(),
      holder,
      leaseMs: minutes(5),
      limit: 1,
    });
    if (!delivery) throw new Error('There was nothing to claim');
    return delivery.id;
  };
  const isWaiting = () => deliveries.isWaiting(team.id, 'poll', 'target');

  it.for(endings)('$name is for the holder alone, and once', async ({ end }) => {
    const id = await claim('holder');
    expect(await end(deliveries, id, 'somebody else')).toBe(false);
    expect(await end(deliveries, id, 'holder')).toBe(true);
    expect(await end(deliveries, id, 'holder')).toBe(false);
  });

  it.for(endings)('$name changes nothing for a holder whose lease was taken over', async ({ end }) => {
    const id = await claim('slow');
    clock.advance(minutes(5));
    await claim('successor');
    const before = await deliveries.byKey('team', 'key');
    expect(await end(deliveries, id, 'slow')).toBe(false);
    expect(await deliveries.byKey('team', 'key')).toEqual(before);
    expect(await deliveries.finish(id, 'successor', 'posted', 5)).toBe(true);
  });

  it('never comes back once finished or buried', async () => {
    await deliveries.finish(await claim('holder'), 'holder', 'posted', 5);
    await deliveries.enqueue(owedPoll({ dedupeKey: 'other' }));
    await deliveries.bury(await claim('holder'), 'holder', 'refused', 5);
    expect(await isWaiting()).toBe(false);
    expect(await deliveries.nextRunAt('team')).toBeUndefined();
    expect(await deliveries.byKey('team', 'other')).toMatchObject({ lastError: 'refused' });
  });

  it('counts a retry as an attempt, and a postponement not', async () => {
    await deliveries.retry(await claim('holder'), 'holder', 5, 'silence');
    await deliveries.postpone(await claim('holder'), 'holder', 7);
    expect(await deliveries.byKey('team', 'key')).toMatchObject({ attempts: 1, runAt: 7, lastError: 'silence' });
    expect(await deliveries.nextRunAt('team')).toBe(7);
  });

  it('a reply settles what waits, but nothing that runs, has run or is unknown', async () => {
    const id = await claim('holder');
    expect(await deliveries.settle('team', 'key', 'told', 5)).toBe(false);
    await deliveries.retry(id, 'holder', 5, 'silence');
    expect(await deliveries.settle('team', 'key', 'told', 5)).toBe(true);
    expect(await deliveries.settle('team', 'key', 'told', 5)).toBe(false);
    expect(await deliveries.settle('team', 'unknown', 'told', 5)).toBe(false);
    expect(await isWaiting()).toBe(false);
  });

  it('only one delivery with a key ever exists, even when the first has ended', async () => {
    expect(await deliveries.enqueue(owedPoll())).toBe(false);
    await deliveries.finish(await claim('holder'), 'holder', 'posted', 5);
    expect(await deliveries.enqueue(owedPoll())).toBe(false);
    expect(await isWaiting()).toBe(false);
  });

  it.for([
    ['done', (id: string) => deliveries.finish(id, 'holder', 'posted', 5)],
    ['given up', (id: string) => deliveries.bury(id, 'holder', 'refused', 5)],
  ] as const)(
    'is forgotten when it was %s before the time named, and kept when it is owed or younger',
    async ([, end]) => {
      await end(await claim('holder'));
      await deliveries.enqueue(owedPoll({ dedupeKey: 'owed' }));
      await deliveries.forgetEnded('team', 'poll', 5);
      expect(await deliveries.byKey('team', 'key')).toBeDefined();
      await deliveries.forgetEnded('team', 'poll', 6);
      expect(await deliveries.byKey('team', 'key')).toBeUndefined();
      expect(await deliveries.byKey('team', 'owed')).toBeDefined();
    },
  );
});
