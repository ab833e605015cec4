import { expect, test } from 'vitest';
import { recallSpending } from '../src/recall-spending.ts';
import { FakeClock, minutes, seconds } from './support/fake-clock.ts';
import { openTemporaryStore } from './support/temporary-store.ts';

const always = () => true;

test('what one process spends is known to the next, while it counts and in its own team', async () => {
  const clock = new FakeClock();
  const store = await openTemporaryStore(clock);
  const spending = await recallSpending(store, 'team', clock);
  expect(spending.atFirst).toEqual({ agesMs: [], pausedMs: 0 });
  expect(await spending.take(always)).toMatchObject({ isTaken: true });
  clock.advance(seconds(20));
  await spending.take(always);
  clock.advance(seconds(30));
  expect((await recallSpending(store, 'team', clock)).atFirst.agesMs).toEqual([50_000, 30_000]);
  expect((await recallSpending(store, 'other', clock)).atFirst.agesMs).toEqual([]);

  clock.advance(minutes(10));
  await spending.take(always);
  expect(await store.budget.spentSince('team', 0)).toHaveLength(1);
});

test('of those who want the last turn at the same moment one gets it, and the others see that it is taken', async () => {
  const clock = new FakeClock();
  const store = await openTemporaryStore(clock);
  const all = await Promise.all(Array.from({ length: 5 }, () => recallSpending(store, 'team', clock)));
  const takes = await Promise.all(all.map((spending) => spending.take((agesMs) => agesMs.length < 3)));
  expect(takes.filter(({ isTaken }) => isTaken)).toHaveLength(3);
  expect(takes.filter(({ isTaken }) => !isTaken).map(({ agesMs }) => agesMs)).toEqual([
    [0, 0, 0],
    [0, 0, 0],
  ]);
});

test('a pause is known to all, a shorter one does not end it, and nothing is taken during it', async () => {
  const clock = new FakeClock();
  const store = await openTemporaryStore(clock);
  const spending = await recallSpending(store, 'team', clock);
  await spending.pause(30_000);
  await spending.pause(1_000);
  clock.advance(seconds(10));
  const next = await recallSpending(store, 'team', clock);
  expect(next.atFirst.pausedMs).toBe(20_000);
  expect(await next.take(always)).toMatchObject({ isTaken: false, pausedMs: 20_000 });
  clock.advance(seconds(20));
  expect(await next.take(always)).toMatchObject({ isTaken: true });
});

test('a clock that is set back by an hour does not stop everything for an hour', async () => {
  const clock = new FakeClock();
  const store = await openTemporaryStore(clock);
  const spending = await recallSpending(store, 'team', clock);
  await spending.take(always);
  await spending.pause(seconds(30));
  const earlier = { now: () => clock.now() - minutes(60) };
  expect((await recallSpending(store, 'team', earlier)).atFirst).toEqual({ agesMs: [], pausedMs: 0 });
});
