import { describe, expect, test } from 'vitest';
import { retryAfterMs } from '../../src/kchat/retry-after.ts';

const ourClock = Date.parse('2026-01-01T00:00:00Z');
const serverDate = 'Thu, 01 Jan 2026 00:01:10 GMT';
const serverClock = ourClock + 70_000;

function wait(headers: Record<string, string>, status = 429): number | undefined {
  return retryAfterMs(new Headers(headers), status, ourClock);
}

describe('how long to wait', () => {
  test('is what Retry-After says in seconds', () => {
    expect(wait({ 'retry-after': '3' }, 503)).toBe(3000);
  });

  test('is the distance to the date in Retry-After by the clock of the server', () => {
    expect(wait({ 'retry-after': 'Thu, 01 Jan 2026 00:01:40 GMT', date: serverDate })).toBe(30_000);
  });

  test('is the distance from our clock when the server tells no time', () => {
    expect(wait({ 'retry-after': 'Thu, 01 Jan 2026 00:00:30 GMT' })).toBe(30_000);
  });

  test('is what X-Ratelimit-Reset says as Mattermost means it', () => {
    expect(wait({ 'x-ratelimit-reset': '5' })).toBe(5000);
  });

  test('is the distance to X-Ratelimit-Reset as Laravel means it', () => {
    expect(wait({ 'x-ratelimit-reset': String(serverClock / 1000 + 12), date: serverDate })).toBe(12_000);
  });

  test('is never negative', () => {
    expect(wait({ 'x-ratelimit-reset': String(ourClock / 1000 - 5) })).toBe(0);
  });

  test('takes Retry-After before X-Ratelimit-Reset', () => {
    expect(wait({ 'retry-after': '2', 'x-ratelimit-reset': '9' })).toBe(2000);
  });

  test('is not read from X-Ratelimit-Reset on other refusals, where it always stands', () => {
    expect(wait({ 'x-ratelimit-reset': '5' }, 403)).toBeUndefined();
  });

  test.each([{}, { 'retry-after': 'soon' }])('is unknown when nothing usable is said: %o', (headers) => {
    expect(wait(headers)).toBeUndefined();
  });
});
