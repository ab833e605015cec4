import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/ports/store.ts';
import { FakeClock, minutes } from '../support/fake-clock.ts';
import { openTemporaryStore } from '../support/temporary-store.ts';
import { owedPoll } from './owed-poll.ts';

describe('the words of a message', () => {
  const clock = new FakeClock();
  let store: Store;
  beforeEach(async () => {
    store = await openTemporaryStore(clock);
    await store.deliveries.enqueue(owedPoll({ dedupeKey: 'a', target: 'a', runAt: clock.now() }));
    await store.deliveries.enqueue(owedPoll({ dedupeKey: 'b', target: 'b', runAt: clock.now() }));
  });

  it('are kept with the delivery, the first ones for good', async () => {
    const a = await store.deliveries.byKey('a');
    expect(a?.message).toBeUndefined();
    expect(await store.deliveries.keepMessage(a?.id ?? '', 'Hello')).toBe('Hello');
    expect(await store.deliveries.keepMessage(a?.id ?? '', 'Good morning')).toBe('Hello');

    const claimed = await store.deliveries.claim({
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
});
