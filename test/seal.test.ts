import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seal, unseal } from '../src/seal.ts';

const key = Buffer.alloc(32, 1);
const purpose = 'a test';

test('a sealed secret opens with the same key and purpose', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (secret) => {
      expect(unseal(key, purpose, seal(key, purpose, secret))).toBe(secret);
    }),
  );
});

test('a sealed secret can’t be read, and never looks the same twice', () => {
  const [first, second] = [seal(key, purpose, 'bot-token'), seal(key, purpose, 'bot-token')];
  expect(first).not.toBe(second);
  expect(Buffer.from(first, 'base64').toString('latin1')).not.toContain('bot-token');
});

test('another key or another purpose opens nothing', () => {
  const sealed = seal(key, purpose, 'bot-token');
  expect(unseal(Buffer.alloc(32, 2), purpose, sealed)).toBeUndefined();
  expect(unseal(key, 'another', sealed)).toBeUndefined();
});

test('a secret changed in any byte opens no more', () => {
  const bytes = Buffer.from(seal(key, purpose, 'bot-token'), 'base64');
  for (const [index, byte] of bytes.entries()) {
    const changed = Buffer.from(bytes);
    changed[index] = byte ^ 1;
    expect(unseal(key, purpose, changed.toString('base64'))).toBeUndefined();
  }
});

test.each(['', 'bot-token', 'AAAA', '💥'])('what was never sealed opens to nothing: %j', (text) => {
  expect(unseal(key, purpose, text)).toBeUndefined();
});
