import { describe, expect, it } from 'vitest';
import { neverRetry, patientRetry, provisioningRetry, retryDelay } from '../../src/deliveries/retry-rule.ts';
import { DatabaseUnavailableError } from '../../src/errors.ts';
import { refusal, silence } from '../support/fake-faults.ts';

const rule = { baseMs: 1_000, capMs: 10_000, maxAttempts: 20 };

describe('when to try again', () => {
  it('doubles the delay up to the cap, half of it left to chance', () => {
    const bounds = [1, 2, 3, 4, 5, 9].map((attempts) => [
      retryDelay(rule, attempts, silence(), 0),
      retryDelay(rule, attempts, silence(), 1),
    ]);
    expect(bounds).toEqual([
      [500, 1_000],
      [1_000, 2_000],
      [2_000, 4_000],
      [4_000, 8_000],
      [5_000, 10_000],
      [5_000, 10_000],
    ]);
  });

  it('never before the service asked for, and not after it when that is soon', () => {
    const asked = (retryAfterMs: number) => retryDelay(rule, 1, refusal(429, undefined, { retryAfterMs }), 1);
    expect(asked(60_000)).toBe(60_000);
    expect(asked(10)).toBe(1_000);
  });

  it('ends with the last attempt the rule allows', () => {
    expect(retryDelay(rule, 19, silence(), 0)).toBeDefined();
    expect(retryDelay(rule, 20, silence(), 0)).toBeUndefined();
    expect(retryDelay(neverRetry, 1, silence(), 0)).toBeUndefined();
  });

  it.for([400, 404, 409, 410, 413, 422])('is never after a %i', (status) => {
    expect(retryDelay(rule, 1, refusal(status), 0)).toBeUndefined();
  });

  it.for([401, 408, 425, 429, 500, 502, 503, 504])('is soon after a %i', (status) => {
    expect(retryDelay(rule, 1, refusal(status), 0)).toBe(500);
  });

  it('is a few times after a 403', () => {
    expect(retryDelay(rule, 5, refusal(403), 0)).toBeDefined();
    expect(retryDelay(rule, 6, refusal(403), 0)).toBeUndefined();
  });

  it('is a few times after an error of our own', () => {
    expect(retryDelay(rule, 4, new Error('bug'), 0)).toBeDefined();
    expect(retryDelay(rule, 5, new Error('bug'), 0)).toBeUndefined();
  });

  it('is as often as the rule allows when the database was away', () => {
    const away = new DatabaseUnavailableError('The database does not answer.');
    expect(retryDelay(rule, 19, away, 0)).toBeDefined();
    expect(retryDelay(rule, 20, away, 0)).toBeUndefined();
  });

  it('lasts a weekend for messages and half an hour for an invitation', () => {
    const total = (of: typeof rule) => {
      let sum = 0;
      for (let attempts = 1; attempts < of.maxAttempts; attempts += 1)
        sum += retryDelay(of, attempts, silence(), 0.5) ?? 0;
      return sum / 60_000;
    };
    expect(total(patientRetry)).toBeGreaterThan(60 * 60);
    expect(total(provisioningRetry)).toBeGreaterThan(15);
    expect(total(provisioningRetry)).toBeLessThan(40);
  });
});
