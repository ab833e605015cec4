import { expect, test } from 'vitest';
import { timeFormatter } from '../../src/texts/time.ts';

const at = Date.UTC(2026, 10, 23, 13, 5);

test('a time is shown in the reader’s own zone, with its name', () => {
  expect(timeFormatter('Europe/Zurich', 'en_GB')(at)).toBe('23 Nov 2026, 14:05 CET');
});

test.each([undefined, '', 'Mars/Olympus'])('a time for a reader in the zone %j is shown in UTC', (zone) => {
  expect(timeFormatter(zone, 'en_GB')(at)).toBe('23 Nov 2026, 13:05 UTC');
});

test.each([
  ['fr_FR', '23 nov. 2026, 14:05'],
  ['de_DE', '23. Nov. 2026, 14:05'],
  ['it_IT', '23 nov 2026, 14:05'],
  ['es_ES', '23 nov 2026, 14:05'],
] as const)('a time is written as %s writes it', (locale, written) => {
  expect(timeFormatter('Europe/Zurich', locale)(at)).toContain(written);
});
