import { expect, test } from 'vitest';
import { hashToken, isValidToken } from '../../src/http/command-tokens.ts';

test('a token is kept as its SHA-256 in hex', () => {
  expect(hashToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('any of the valid tokens is valid, wherever it stands', () => {
  const hashes = ['a', 'b', 'c'].map(hashToken);
  expect(['a', 'b', 'c', 'd', '', hashes[0] ?? ''].map((token) => isValidToken(token, hashes))).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});
