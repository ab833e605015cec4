import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { SecretKeys } from './config.ts';

const algorithm = 'aes-256-gcm';
const ivLength = 12;
const tagLength = 16;

/**
 * Encrypts a secret for the database.
 * @param purpose bound into the result, so that a value sealed for one place does not open in another.
 */
export function seal([key]: SecretKeys, purpose: string, secret: string): string {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv(algorithm, key, iv).setAAD(Buffer.from(purpose));
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64');
}

/** @returns undefined when the value was sealed with none of these keys or for another purpose, or was changed. */
export function unseal(keys: SecretKeys, purpose: string, text: string): string | undefined {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length < ivLength + tagLength) return undefined;
  for (const key of keys) {
    const secret = open(key, purpose, bytes);
    if (secret !== undefined) return secret;
  }
  return undefined;
}

function open(key: Buffer, purpose: string, bytes: Buffer): string | undefined {
  try {
    const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, ivLength))
      .setAAD(Buffer.from(purpose))
      .setAuthTag(bytes.subarray(ivLength, ivLength + tagLength));
    return Buffer.concat([decipher.update(bytes.subarray(ivLength + tagLength)), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}
