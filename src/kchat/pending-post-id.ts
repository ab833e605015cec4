import { createHash } from 'node:crypto';

/**
 * What the server recognises a repeat by. kChat refuses any form but `<own user id>:<digits>` (kChat: what bites, 5);
 * Mattermost keeps one list for all users and channels, which the leading id makes safe for several installations.
 */
export function pendingPostId(ownId: string, key: string): string {
  const digest = createHash('sha256').update(key).digest('hex');
  return `${ownId}:${BigInt(`0x${digest}`).toString().padStart(18, '0').slice(0, 18)}`;
}
