import { deliveryKeys } from '../invitations/delivery-keys.ts';
import type { Dependencies } from '../invitations/dependencies.ts';
import type { Delivery } from '../ports/delivery-store.ts';

/**
 * Something owed to a newcomer was given up: it goes on the invitation's timeline, and the inviter is told.
 * @returns false where there is no inviter, as of a person who was not invited here, or they were told of it before.
 */
export async function tellInviterOfFailure(
  { store, clock }: Pick<Dependencies, 'store' | 'clock'>,
  { id, teamId, invitationId }: Pick<Delivery, 'id' | 'teamId' | 'invitationId'>,
  what: string,
  reason: string,
): Promise<boolean> {
  if (invitationId === undefined) return false;
  return store.transaction(async (queries) => {
    const invitation = await queries.invitations.byId(teamId, invitationId);
    if (!invitation) return false;
    const at = clock.now();
    const event = { teamId, invitationId, kind: 'delivery_failed', at, actor: 'deliveries', detail: what } as const;
    await queries.invitations.addEvent(event);
    return queries.deliveries.enqueue({
      teamId,
      kind: 'inviter_message',
      target: invitation.inviterId,
      payload: { message: 'delivery_failed', what, reason },
      invitationId,
      dedupeKey: deliveryKeys.inviterMessage(invitationId, 'delivery_failed', id),
      runAt: at,
    });
  });
}
