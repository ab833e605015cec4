import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';

/** What a press on a private post has to bring along, since the server has forgotten the post. */
const cookieSchema = z.object({
  type: z.string(),
  postId: z.string(),
  rootId: z.string(),
  channelId: z.string(),
  dataSource: z.string(),
  integration: z.object({ url: z.string(), context: z.record(z.string(), z.unknown()).optional() }).optional(),
  retain: z.record(z.string(), z.unknown()),
});

export type ActionCookie = z.output<typeof cookieSchema>;

const nonceSize = 12;
const tagSize = 16;

/** Encrypts a cookie, so that nobody reads or changes where a button leads. */
export function sealCookie(cookie: ActionCookie, key: Buffer): string {
  const nonce = randomBytes(nonceSize);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(cookie)), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
}

/** @returns `undefined` when the cookie is not one of this server's */
export function openCookie(text: string, key: Buffer): ActionCookie | undefined {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length < nonceSize + tagSize) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceSize));
  decipher.setAuthTag(bytes.subarray(nonceSize, nonceSize + tagSize));
  try {
    const opened = Buffer.concat([decipher.update(bytes.subarray(nonceSize + tagSize)), decipher.final()]);
    return cookieSchema.parse(JSON.parse(opened.toString()));
  } catch {
    return undefined;
  }
}
