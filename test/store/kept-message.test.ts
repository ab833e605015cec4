import { beforeEach, describe, expect, it } from 'vitest';
import { everythingStored } from '../support/everything-stored.ts';
import { team } from '../support/fake-chat.ts';
import { FakeClock, minutes } from '../support/fake-clock.ts';
import { openTemporaryStore, type TemporaryStore } from '../support/temporary-store.ts';
import { owedPoll } from './owed-poll.ts';

describe('the words of a message', () => {
  const clock = new FakeClock();
  let store: TemporaryStore;
  beforeEach(async () => {
    store = await openTemporaryStore(clock);
    await store.deliveries.enqueue(owedPoll({ dedupeKey: 'a', target: 'a', runAt: clock.now() }));
    await store.deliveries.enqueue(owedPoll({ dedupeKey: 'b', target: 'b', runAt: clock.now() }));
  });

  it('are kept with the delivery, the first ones for good', async () => {
    const a = await store.deliveries.byKey('team', 'a');
    expect(a?.message).toBeUndefined();
    expect(await store.deliveries.isUnworded('team', 'a')).toBe(true);
    expect(await store.deliveries.keepMessage(a?.id ?? '', 'Hello')).toBe('Hello');
    expect(await store.deliveries.keepMessage(a?.id ?? '', 'Good morning')).toBe('Hello');
    expect(await store.deliveries.isUnworded('team', 'a')).toBe(false);

    const claimed = await store.deliveries.claim({
      teamId: 'team',
      now: clock.now(),
      holder: 'worker',
      leaseMs: minutes(5),
      limit: 10,
    });
    expect(claimed.map(({ dedupeKey, message }) => [dedupeKey, message]).sort()).toEqual([
      ['a', 'Hello'],
      ['b', undefined],
    ]);
  });

  it.for(['done', 'given up'])('are gone once it is %s', async (end) => {
    const [a] = await store.deliveries.claim({
      teamId: 'team',
      now: clock.now(),
      holder: 'worker',
      leaseMs: minutes(5),
      limit: 1,
    });
    const id = a?.id ?? '';
    await store.deliveries.keepMessage(id, 'Hello Jane');
    if (end === 'done') await store.deliveries.finish(id, 'worker', 'posted', 5);
    else await store.deliveries.bury(id, 'worker', 'refused', 5);
    expect(everythingStored(store.path)).not.toContain('Jane');
  });

  it('go with whom it was written to when it is done, but not when it was given up', async () => {
    const welcome = { teamId: team.id, kind: 'welcome', target: 'u1', runAt: clock.now() } as const;
    const payload = { userId: 'u1', firstName: 'Jane', locale: 'en_GB' };
    for (const dedupeKey of ['w1', 'w2', 'w3'])
      await store.deliveries.enqueue({ ...welcome, target: dedupeKey, dedupeKey, payload });
    await store.deliveries.settle('team', 'w1', 'needless', 5);
    const claimed = await store.deliveries.claim({
      teamId: 'team',
      now: clock.now(),
      holder: 'worker',
      leaseMs: minutes(5),
      limit: 9,
    });
    const idOf = (key: string) => claimed.find(({ dedupeKey }) => dedupeKey === key)?.id ?? '';
    await store.deliveries.finish(idOf('w2'), 'worker', 'posted', 5);
    await store.deliveries.bury(idOf('w3'), 'worker', 'refused', 5);
    const kept = ['w1', 'w2', 'w3'].map(async (key) => (await store.deliveries.byKey('team', key))?.payload);
    expect(await Promise.all(kept)).toEqual([{}, {}, payload]);
  });
});
