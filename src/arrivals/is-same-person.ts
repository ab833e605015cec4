import type { ChatUser } from '../ports/chat.ts';
import type { Invitation } from '../ports/invitation-store.ts';

/** By Infomaniak's user id where both sides show it, else by the invited address; never by name. */
export function isSamePerson(user: ChatUser, { providerUserId, email }: Invitation): boolean {
  if (providerUserId !== undefined && user.infomaniakUserId !== undefined) {
    return user.infomaniakUserId === providerUserId;
  }
  return user.email !== '' && user.email.toLowerCase() === email;
}
