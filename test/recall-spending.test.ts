import { expect, test } from 'vitest';
import { recallSpending } from '../src/recall-spending.ts';
import { FakeClock, minutes, seconds } from './support/fake-clock.ts';
import { openTemporaryStore } from './support/temporary-store.ts';

test('what one process spends is known to the next, while it counts and in its own team', async () => {
  const clock = new FakeClock();
  const store = await openTemporaryStore(clock);
  const spending = await recallSpending(store, 'team', clock);
  expect(spending.agesMs).toEqual([]);
  await spending.record();
  clock.advance(seconds(20));
  await spending.record();
  clock.advance(seconds(30));
  expect((await recallSpending(store, 'team', clock)).agesMs).toEqual([50_000, 30_000]);
  expect((await recallSpending(store, 'other', clock)).agesMs).toEqual([]);

  clock.advance(minutes(10));
  await spending.record();
  expect(await store.budget.spentSince('team', 0)).toHaveLength(1);
});
