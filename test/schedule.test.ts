import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { owePeriodically } from '../src/schedule.ts';
import { hours, minutes, seconds } from './support/fake-clock.ts';

const monday = Date.UTC(2026, 10, 23, 7, 59, 30);

describe('what is owed by the clock', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: monday });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const start = (owe: () => Promise<void>) => {
    const hooks = { onOwed: vi.fn(), onError: vi.fn() };
    return { ...hooks, task: owePeriodically('digest', '0 8 * * 1', owe, hooks) };
  };

  it('is owed at its time, in UTC, and not before', async () => {
    const owe = vi.fn(() => Promise.resolve());
    const { task, onOwed } = start(owe);
    await vi.advanceTimersByTimeAsync(seconds(29));
    expect(owe).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(seconds(2));
    expect(owe).toHaveBeenCalledTimes(1);
    expect(onOwed).toHaveBeenCalledTimes(1);
    await task.destroy();
  });

  it('is owed late when the machine stood still at its time', async () => {
    const owe = vi.fn(() => Promise.resolve());
    const { task } = start(owe);
    await vi.advanceTimersByTimeAsync(seconds(10));
    vi.setSystemTime(monday + minutes(5));
    await vi.advanceTimersByTimeAsync(hours(1));
    expect(owe).toHaveBeenCalledTimes(1);
    await task.destroy();
  });

  it('is told of when it could not be owed', async () => {
    const error = new Error('The database is away');
    const { task, onOwed, onError } = start(() => Promise.reject(error));
    await vi.advanceTimersByTimeAsync(minutes(1));
    expect(onError).toHaveBeenCalledExactlyOnceWith(error);
    expect(onOwed).not.toHaveBeenCalled();
    await task.destroy();
  });
});
