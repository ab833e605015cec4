import type { ChatUser } from '../ports/chat.ts';
import type { Invitation } from '../ports/invitation-store.ts';
import { isPlainMember } from './is-plain-member.ts';

/** A guest who can be greeted. */
export function isPlainGuest({ isBot, isDeactivated, isGuest }: ChatUser): boolean {
  return isGuest && !isBot && !isDeactivated;
}

/** A guest can't have come by an invitation as a kSuite user; who was invited as a guest may have become more since. */
export function mayHaveComeBy(user: ChatUser, { kind }: Pick<Invitation, 'kind'>): boolean {
  return isPlainMember(user) || (kind === 'guest' && isPlainGuest(user));
}
