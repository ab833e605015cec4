import { expect, test } from 'vitest';
import { retryAfterMs } from '../../src/infomaniak/retry-after.ts';

const date = 'Mon, 23 Nov 2026 10:00:00 GMT';

test.each([
  ['seconds', { 'retry-after': '7' }, 7000],
  ["a date, by the server's own clock", { 'retry-after': 'Mon, 23 Nov 2026 10:00:42 GMT', date }, 42_000],
  ['a date that is over', { 'retry-after': 'Mon, 23 Nov 2026 09:59:00 GMT', date }, 0],
  ['a date from a server that does not tell its own', { 'retry-after': date }, undefined],
  ['words', { 'retry-after': 'soon', date }, undefined],
  ['a number that is no number of seconds', { 'retry-after': '1.5', date }, undefined],
  ['nothing', { date }, undefined],
])('Retry-After with %s', (_, headers, expected) => {
  expect(retryAfterMs(new Headers(headers))).toBe(expected);
});
