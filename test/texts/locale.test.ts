import { expect, test } from 'vitest';
import { parseLocale } from '../../src/texts/locale.ts';

test.each([
  ['fr', 'fr_FR'],
  ['DE', 'de_DE'],
  ['de-CH', 'de_DE'],
  ['en_US', 'en_GB'],
  [' it ', 'it_IT'],
  ['es_ES', 'es_ES'],
])('%j is spoken as %s', (text, locale) => {
  expect(parseLocale(text)).toBe(locale);
});

test.each(['', 'pt', 'french', 'de-', 'de_DE_x', 'constructor'])('%j is not spoken', (text) => {
  expect(parseLocale(text)).toBeUndefined();
});
