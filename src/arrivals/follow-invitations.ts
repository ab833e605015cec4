import type { Dependencies } from '../invitations/dependencies.ts';
import { recordAcceptance } from '../invitations/record-acceptance.ts';
import { recordEnding } from '../invitations/record-ending.ts';
import { recordNewEnd } from '../invitations/record-new-end.ts';
import type { Invitation } from '../ports/invitation-store.ts';
import { tryEach } from './try-each.ts';

/**
 * Finds out what became of all pending kSuite users with one paged list; only those that left it, or whose time is
 * up, are read singly. An acceptance wins against an expiry, because the provider is asked before expiring anything.
 * @throws RemoteRefusal, RemoteSilence when the provider does not answer for one of them; what was found of the others
 *   is recorded.
 */
export async function followInvitations(deps: Dependencies, pending: readonly Invitation[]): Promise<void> {
  const { provisioning, clock } = deps;
  if (pending.length === 0) return;

  const stillPending = await provisioning.pendingInvitationIds();
  const toRead = pending.filter(({ providerInvitationId, expiresAt }) => {
    const isListed = providerInvitationId !== undefined && stillPending.has(providerInvitationId);
    const isDue = expiresAt !== undefined && expiresAt <= clock.now();
    return !isListed || isDue;
  });
  await tryEach(toRead, (invitation) => followInvitation(deps, invitation));
}

/**
 * Reads one pending kSuite user's invitation at the provider and records what became of it.
 * @throws RemoteRefusal, RemoteSilence when the provider does not answer.
 */
export async function followInvitation(deps: Dependencies, invitation: Invitation): Promise<void> {
  const { provisioning, clock } = deps;
  const id = invitation.providerInvitationId;
  const current = id === undefined ? undefined : await provisioning.readInvitation(id);
  switch (current?.status) {
    case 'accepted': {
      // The person is in the list under this address unless they were free to register with another one.
      const person = await provisioning.findByEmail(invitation.email);
      await recordAcceptance(deps, invitation, person?.userId);
      return;
    }
    case 'rejected':
      await recordEnding(deps, invitation, 'rejected');
      return;
    case 'cancelled':
    case undefined:
      await recordEnding(deps, invitation, 'revoked');
      return;
    case 'pending':
      if (current.expiresAt !== undefined && current.expiresAt <= clock.now()) {
        await recordEnding(deps, invitation, 'expired');
      } else if (current.expiresAt !== invitation.expiresAt) {
        await recordNewEnd(deps, invitation, current.expiresAt);
      }
      return;
    case 'other':
      // A status this program does not know: the client has warned about it; nothing is concluded from it.
      return;
  }
}
