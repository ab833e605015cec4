import type { ChatUser } from '../ports/chat.ts';

/** Who can be greeted: a person with a seat of their own, not a bot, a guest or a closed account. */
export function isPlainMember({ isBot, isDeactivated, isGuest }: ChatUser): boolean {
  return !isBot && !isDeactivated && !isGuest;
}
