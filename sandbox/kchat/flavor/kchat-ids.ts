import { randomBytes, randomUUID } from 'node:crypto';
import type { Ids } from './flavor.ts';

/** kChat: people, teams, channels and commands have UUIDs, posts UUIDv7; tokens are opaque and long; sections 1 and 2. */
export const kchatIds: Ids = {
  newId: () => randomUUID(),
  newPostId: uuidVersion7,
  newToken: () => randomBytes(30).toString('base64url'),
  isId: () => true,
};

/** Such ids sort by the time of creation, given in milliseconds. */
function uuidVersion7(now: number): string {
  const time = now.toString(16).padStart(12, '0');
  const random = randomBytes(10).toString('hex');
  const variant = (8 + (parseInt(random.charAt(3), 16) % 4)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-${variant}${random.slice(4, 7)}-${random.slice(7, 19)}`;
}
