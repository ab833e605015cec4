import type { Delivery } from '../ports/delivery-store.ts';
import type { Invitation } from '../ports/invitation-store.ts';
import type { Store } from '../ports/store.ts';

/** The invitation that a delivery is about. One of a kind that always has one, or the row was tampered with. */
export async function requireInvitation(
  store: Store,
  { teamId, invitationId, id }: Pick<Delivery, 'teamId' | 'invitationId' | 'id'>,
): Promise<Invitation> {
  const invitation = invitationId === undefined ? undefined : await store.invitations.byId(teamId, invitationId);
  if (!invitation) throw new Error(`Delivery ${id} has no invitation`);
  return invitation;
}
