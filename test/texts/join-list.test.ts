import { expect, test } from 'vitest';
import { joinList } from '../../src/texts/join-list.ts';

test.each([
  ['fr_FR', 'A, B et C'],
  ['de_DE', 'A, B und C'],
  ['it_IT', 'A, B e C'],
  ['es_ES', 'A, B y C'],
  ['en_GB', 'A, B and C'],
] as const)('a list is written as %s writes it', (locale, expected) => {
  expect(joinList(['A', 'B', 'C'], locale)).toBe(expected);
});
