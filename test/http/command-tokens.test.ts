import { describe, expect, test } from 'vitest';
import { hashToken, isValidToken, rereadTokens } from '../../src/http/command-tokens.ts';
import { FakeClock, seconds } from '../support/fake-clock.ts';

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

test('an empty token is never valid', () => {
  expect(isValidToken('', [hashToken('')])).toBe(false);
});

describe('the tokens that are valid now', () => {
  function start(read: () => Promise<string[]>) {
    const clock = new FakeClock();
    const errors: unknown[] = [];
    let asked = 0;
    const tokens = rereadTokens({
      first: ['first'],
      read: () => ((asked += 1), read()),
      clock,
      onError: (error) => errors.push(error),
    });
    return { clock, errors, tokens, asked: () => asked };
  }

  test('are read again after a moment, once for all who ask', async () => {
    const { clock, tokens, asked } = start(() => Promise.resolve(['second']));
    await expect(tokens()).resolves.toEqual(['first']);
    clock.advance(seconds(1));
    await expect(Promise.all([tokens(), tokens()])).resolves.toEqual([['second'], ['second']]);
    expect(asked()).toBe(1);
  });

  test('stay as they were while they can’t be read', async () => {
    const { clock, tokens, errors } = start(() => Promise.reject(new Error('busy')));
    clock.advance(seconds(1));
    await expect(tokens()).resolves.toEqual(['first']);
    expect(errors).toHaveLength(1);
  });
});
