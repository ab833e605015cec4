import { expect, test } from 'vitest';
import { timeFormatter } from '../../src/texts/time.ts';

const at = Date.UTC(2026, 10, 23, 13, 5);

test('a time is shown in the reader’s own zone, with its name', () => {
  expect(timeFormatter('Europe/Zurich')(at)).toBe('23 Nov 2026, 14:05 CET');
});

test.each([undefined, '', 'Mars/Olympus'])('a time for a reader in the zone %j is shown in UTC', (zone) => {
  expect(timeFormatter(zone)(at)).toBe('23 Nov 2026, 13:05 UTC');
});
