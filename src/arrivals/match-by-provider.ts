import type { ChatUser } from '../ports/chat.ts';
import type { Invitation } from '../ports/invitation-store.ts';
import type { Provisioning } from '../ports/provisioning.ts';

/**
 * Whoever was free to register with another address is recognised through the provider, which knows the
 * invitations of each registered person.
 */
export async function matchByProvider(
  provisioning: Provisioning,
  user: ChatUser,
  candidates: readonly Invitation[],
): Promise<Invitation | undefined> {
  const userId = user.infomaniakUserId ?? (await provisioning.findByEmail(user.email))?.userId;
  if (userId === undefined) return undefined;
  const ids = await provisioning.invitationIdsOfUser(userId);
  return candidates.find(
    ({ providerInvitationId }) => providerInvitationId !== undefined && ids.includes(providerInvitationId),
  );
}
