import { randomBytes, randomUUID } from 'node:crypto';

/** kChat: people, teams, channels and commands have UUIDs, not Mattermost's 26 characters; reference/kchat.md section 2. */
export const newId = (): string => randomUUID();

/** A UUIDv7, as kChat gives to posts: ids sort by the time of creation. */
export function newPostId(now: number): string {
  const time = now.toString(16).padStart(12, '0');
  const random = randomBytes(10).toString('hex');
  const variant = (8 + (parseInt(random.charAt(3), 16) % 4)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-${variant}${random.slice(4, 7)}-${random.slice(7, 19)}`;
}

/** Opaque, and longer than Mattermost's 26 characters. */
export const newToken = (): string => randomBytes(30).toString('base64url');
