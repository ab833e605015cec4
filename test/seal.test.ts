import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SecretKeys } from '../src/config.ts';
import { seal, unseal } from '../src/seal.ts';

const keys: SecretKeys = [Buffer.alloc(32, 1)];
const other = Buffer.alloc(32, 2);
const purpose = 'a test';

test('a sealed secret opens with the same key and purpose', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (secret) => {
      expect(unseal(keys, purpose, seal(keys, purpose, secret))).toBe(secret);
    }),
  );
});

test('a sealed secret can’t be read, and never looks the same twice', () => {
  const [first, second] = [seal(keys, purpose, 'bot-token'), seal(keys, purpose, 'bot-token')];
  expect(first).not.toBe(second);
  expect(Buffer.from(first, 'base64').toString('latin1')).not.toContain('bot-token');
});

test('another key or another purpose opens nothing', () => {
  const sealed = seal(keys, purpose, 'bot-token');
  expect(unseal([other], purpose, sealed)).toBeUndefined();
  expect(unseal(keys, 'another', sealed)).toBeUndefined();
});

test('behind a new key, the old one still opens what it sealed, and seals nothing more', () => {
  const rotated: SecretKeys = [other, ...keys];
  expect(unseal(rotated, purpose, seal(keys, purpose, 'bot-token'))).toBe('bot-token');
  expect(unseal(keys, purpose, seal(rotated, purpose, 'bot-token'))).toBeUndefined();
  expect(unseal([other], purpose, seal(rotated, purpose, 'bot-token'))).toBe('bot-token');
});

test('a secret changed in any byte opens no more', () => {
  const bytes = Buffer.from(seal(keys, purpose, 'bot-token'), 'base64');
  for (const [index, byte] of bytes.entries()) {
    const changed = Buffer.from(bytes);
    changed[index] = byte ^ 1;
    expect(unseal(keys, purpose, changed.toString('base64'))).toBeUndefined();
  }
});

test.each(['', 'bot-token', 'AAAA', '💥'])('what was never sealed opens to nothing: %j', (text) => {
  expect(unseal(keys, purpose, text)).toBeUndefined();
});
