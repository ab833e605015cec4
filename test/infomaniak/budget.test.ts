import { AsyncLocalStorage } from 'node:async_hooks';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBudget, type Budget } from '../../src/infomaniak/budget.ts';
import type { Priority } from '../../src/infomaniak/request.ts';
import { caught } from './caught.ts';
import { SharedSpending } from './shared-spending.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Sends `count` requests that end at once and notes when each of them started, in milliseconds from now. */
function startTimes(budget: Budget, count: number, priority: Priority = 'background'): number[] {
  const begin = Date.now();
  const starts: number[] = [];
  for (let index = 0; index < count; index++) {
    void budget.run('GET /x', priority, () => {
      starts.push(Date.now() - begin);
      return Promise.resolve();
    });
  }
  return starts;
}

test('no minute holds more requests than the rate, wherever it begins', async () => {
  const budget = createBudget({ ratePerMinute: 3 });
  const early = startTimes(budget, 1);
  await vi.advanceTimersByTimeAsync(50_000);
  const late = startTimes(budget, 5);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(early).toEqual([0]);
  // With fixed windows four requests would start between the 50th and the 60th second.
  expect(late).toEqual([0, 0, 10_300, 60_300, 60_300]);
});

test('what was spent before the process began counts, and what it spends is kept before it is sent', async () => {
  const order: string[] = [];
  const spending = new SharedSpending({ agesMs: [70_000, 50_000, 20_000, -5_000] }, () => order.push('kept'));
  const budget = createBudget({ ratePerMinute: 3, spending });
  const starts = startTimes(budget, 3);
  void budget.run('GET /x', 'background', () => Promise.resolve(order.push('sent')));
  await vi.advanceTimersByTimeAsync(130_000);
  expect(starts).toEqual([10_300, 40_300, 65_300]);
  expect(order).toEqual(['kept', 'kept', 'kept', 'kept', 'sent']);
});

test('whoever waits for a turn stays in the context of the work at hand, which the log tells of', async () => {
  const budget = createBudget({ ratePerMinute: 60 });
  const context = new AsyncLocalStorage<number>();
  const seen: (number | undefined)[] = [];
  const task = async () => {
    seen.push(context.getStore());
    await new Promise((resolve) => setTimeout(resolve, 10));
  };
  // More than run at once.
  const numbers = Array.from({ length: 15 }, (_, number) => number);
  const all = Promise.all(numbers.map((number) => context.run(number, () => budget.run('GET /x', 'background', task))));
  await vi.advanceTimersByTimeAsync(1_000);
  await all;
  expect(seen).toEqual(numbers);
});

test('nothing is sent that could not be kept', async () => {
  const failed = new Error('of the database');
  const spending = new SharedSpending({}, () => {
    throw failed;
  });
  const budget = createBudget({ ratePerMinute: 3, spending });
  const task = vi.fn(() => Promise.resolve('done'));
  expect(await caught(budget.run('GET /x', 'background', task))).toBe(failed);
  expect(task).not.toHaveBeenCalled();
});

test('processes that share a budget spend it together, and no more', async () => {
  const spending = new SharedSpending();
  const budgets = [1, 2, 3].map(() => createBudget({ ratePerMinute: 6, spending }));
  const starts = budgets.map((budget) => startTimes(budget, 10));
  await vi.advanceTimersByTimeAsync(301_000);
  const all = starts.flat().sort((a, b) => a - b);
  expect(all).toHaveLength(30);
  for (const [index, start] of all.entries()) {
    expect(all.filter((other) => other >= start && other < start + 60_000).length).toBeLessThanOrEqual(6);
    // As soon as there is room, whoever takes it.
    if (index >= 6) expect(start - (all[index - 6] ?? 0)).toBeLessThan(61_000);
  }
});

test('whom another process was quicker than keeps its place before those who can wait', async () => {
  const spending = new SharedSpending();
  const [one, two] = [createBudget({ ratePerMinute: 1, spending }), createBudget({ ratePerMinute: 1, spending })];
  const order: string[] = [];
  const note = (budget: Budget, name: string, priority: Priority) =>
    budget.run('GET /x', priority, () => Promise.resolve(order.push(name)));
  void note(one, 'of one', 'background');
  void note(two, 'poll of two', 'background');
  await vi.advanceTimersByTimeAsync(1_000);
  void note(two, 'invitation of two', 'interactive');
  await vi.advanceTimersByTimeAsync(130_000);
  expect(order).toEqual(['of one', 'invitation of two', 'poll of two']);
});

test('patient requests of several processes come evenly together, and use the whole rate', async () => {
  const spending = new SharedSpending();
  const create = () => createBudget({ ratePerMinute: 60, spending });
  const one = create();
  const starts = [one, create(), create()].map((budget) => startTimes(budget, 100, 'patient'));
  await vi.advanceTimersByTimeAsync(60_300);
  const other = startTimes(one, 1, 'interactive');
  await vi.advanceTimersByTimeAsync(130_000);
  const all = starts.flat().sort((a, b) => a - b);
  // The first third may come at once.
  const gaps = all.slice(20, 50).map((start, index) => start - (all[index + 19] ?? 0));
  expect(Math.min(...gaps.slice(1))).toBeGreaterThanOrEqual(700);
  expect(other[0]).toBeLessThan(3_000);
  expect(all.filter((ms) => ms >= 60_300 && ms < 120_600).length).toBeGreaterThanOrEqual(57);
});

test('a pause that one process was told holds the others back, and those that begin during it', async () => {
  const spending = new SharedSpending();
  const [one, two] = [createBudget({ ratePerMinute: 60, spending }), createBudget({ ratePerMinute: 60, spending })];
  one.pause(30_000);
  await vi.advanceTimersByTimeAsync(1_000);
  const three = createBudget({ ratePerMinute: 60, spending: new SharedSpending({ pausedMs: 29_000 }) });
  const starts = [one, two, three].map((budget) => startTimes(budget, 1));
  await vi.advanceTimersByTimeAsync(28_900);
  expect(starts).toEqual([[], [], []]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(starts).toEqual([[29_000], [29_000], [29_000]]);
});

test('patient requests come evenly after the first few, use the whole rate, and let all others go first', async () => {
  const budget = createBudget({ ratePerMinute: 60 });
  const patient = startTimes(budget, 200, 'patient');
  await vi.advanceTimersByTimeAsync(90_500);
  const others = [startTimes(budget, 2), startTimes(budget, 2, 'interactive')];
  await vi.advanceTimersByTimeAsync(90_500);
  expect(patient.slice(0, 24)).toEqual([...Array<number>(21).fill(0), 950, 1_900, 2_850]);
  const [background = [], interactive = []] = others;
  expect([background.length, interactive.length]).toEqual([2, 2]);
  expect(Math.max(...interactive)).toBeLessThan(Math.min(...background));
  const nextPatient = patient.find((ms) => ms > 90_500) ?? 0;
  expect(Math.max(...background)).toBeLessThan(nextPatient - 90_500);
  const inThirdMinute = patient.filter((ms) => ms >= 120_600 && ms < 180_900);
  expect(inThirdMinute).toHaveLength(60);
});

test('whom somebody waits for goes before polling', async () => {
  const budget = createBudget({ ratePerMinute: 1 });
  const order: string[] = [];
  const note = (name: string, priority: Priority) =>
    budget.run('GET /x', priority, () => Promise.resolve(order.push(name)));
  void note('first', 'background');
  void note('poll', 'background');
  void note('invite', 'interactive');
  await vi.advanceTimersByTimeAsync(180_000);
  expect(order).toEqual(['first', 'invite', 'poll']);
});

test('a pause holds back everything that has not started', async () => {
  const budget = createBudget({ ratePerMinute: 100 });
  budget.pause(7000);
  const starts = startTimes(budget, 2);
  await vi.advanceTimersByTimeAsync(6999);
  expect(starts).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(starts).toEqual([7000, 7000]);
});

test('a shorter pause does not end a longer one', async () => {
  const budget = createBudget({ ratePerMinute: 100 });
  budget.pause(30_000);
  budget.pause(1000);
  const starts = startTimes(budget, 1);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(starts).toEqual([30_000]);
});

test('a nonsensical pause ends after an hour', async () => {
  const budget = createBudget({ ratePerMinute: 100 });
  budget.pause(1e15);
  const starts = startTimes(budget, 1);
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(starts).toEqual([3_600_000]);
});

test('whoever can do without a turn counts like the others, and gives up in time without having counted', async () => {
  const budget = createBudget({ ratePerMinute: 2 });
  const takes = [budget.take(500), budget.take(500), budget.take(500)];
  const starts = startTimes(budget, 3);
  await vi.advanceTimersByTimeAsync(60_300);
  expect(await Promise.all(takes)).toEqual([true, true, false]);
  expect(starts).toEqual([60_300, 60_300]);
});

test('whoever can do without a turn has none during a pause, nor after the end', async () => {
  const stop = new AbortController();
  const budget = createBudget({ ratePerMinute: 100, signal: stop.signal });
  budget.pause(7000);
  const taken = budget.take(500);
  await vi.advanceTimersByTimeAsync(500);
  expect(await taken).toBe(false);
  stop.abort();
  expect(await budget.take(500)).toBe(false);
});

test('a request waits out the budget however long that takes', async () => {
  const starts = startTimes(createBudget({ ratePerMinute: 1 }), 11);
  await vi.advanceTimersByTimeAsync(603_000);
  expect(starts.at(-1)).toBe(603_000);
});

test('what waits, or comes later, is refused as not sent when the budget is stopped', async () => {
  const stop = new AbortController();
  const budget = createBudget({ ratePerMinute: 1, signal: stop.signal });
  const task = vi.fn(() => Promise.resolve('done'));
  const running = budget.run('GET /x', 'background', task);
  const waiting = caught(budget.run('GET /x', 'background', task));
  stop.abort();
  expect(await running).toBe('done');
  expect(await waiting).toMatchObject({ name: 'RemoteSilence', reason: 'connection_failed', operation: 'GET /x' });
  expect(await caught(budget.run('GET /x', 'background', task))).toMatchObject({ reason: 'connection_failed' });
  expect(task).toHaveBeenCalledTimes(1);
});

test("a task's own error passes unchanged and does not stop the others", async () => {
  const budget = createBudget({ ratePerMinute: 10 });
  const failed = new Error('of the task');
  expect(await caught(budget.run('GET /x', 'background', () => Promise.reject(failed)))).toBe(failed);
  expect(await budget.run('GET /x', 'background', () => Promise.resolve(1))).toBe(1);
});

test('tells how much of the last minute is used, and how many requests wait', async () => {
  const budget = createBudget({ ratePerMinute: 3 });
  expect(budget.usage()).toEqual({ used: 0, left: 3, waiting: 0 });
  startTimes(budget, 5);
  await vi.advanceTimersByTimeAsync(0);
  expect(budget.usage()).toEqual({ used: 3, left: 0, waiting: 2 });
  await vi.advanceTimersByTimeAsync(61_000);
  expect(budget.usage()).toEqual({ used: 2, left: 1, waiting: 0 });
  await vi.advanceTimersByTimeAsync(61_000);
  expect(budget.usage()).toEqual({ used: 0, left: 3, waiting: 0 });
});
