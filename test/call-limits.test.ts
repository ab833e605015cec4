import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createCallLimits } from '../src/call-limits.ts';

describe('what one person may ask of the bot', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('ends after so many calls a minute, and the wait is told to the end of that minute', async () => {
    const limits = createCallLimits(3);
    for (let call = 1; call <= 3; call += 1) await expect(limits.take('anna')).resolves.toBe(0);
    vi.advanceTimersByTime(20_000);
    await expect(limits.take('anna')).resolves.toBe(40_000);
    await expect(limits.take('berta')).resolves.toBe(0);
    vi.advanceTimersByTime(40_000);
    await expect(limits.take('anna')).resolves.toBe(0);
  });

  test('is part of what the whole team may, five times as much; nobody who floods takes more than their own', async () => {
    const limits = createCallLimits(2);
    for (let call = 1; call <= 100; call += 1) await limits.take('flood');
    const others = ['a', 'b', 'c', 'd'];
    for (const one of [...others, ...others]) await expect(limits.take(one)).resolves.toBe(0);
    await expect(limits.take('e')).resolves.toBeGreaterThan(0);
  });

  test('has no end where the operator sets none', async () => {
    const limits = createCallLimits(0);
    for (let call = 1; call <= 1_000; call += 1) await expect(limits.take('anna')).resolves.toBe(0);
  });
});
