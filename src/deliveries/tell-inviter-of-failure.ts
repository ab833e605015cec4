import { deliveryKeys } from '../invitations/delivery-keys.ts';
import type { Dependencies } from '../invitations/dependencies.ts';
import type { Delivery } from '../ports/delivery-store.ts';

/**
 * Something owed to a newcomer was given up: it goes on the invitation's timeline, and the inviter is told.
 * @param askedBy who is told as well.
 * @returns false where there is no inviter, as of a person who was not invited here, or they were told of it before.
 */
export async function tellInviterOfFailure(
  { store, clock }: Pick<Dependencies, 'store' | 'clock'>,
  { id, teamId, invitationId }: Pick<Delivery, 'id' | 'teamId' | 'invitationId'>,
  what: string,
  reason: string,
  askedBy?: string,
): Promise<boolean> {
  if (invitationId === undefined) return false;
  return store.transaction(async (queries) => {
    const invitation = await queries.invitations.byId(teamId, invitationId);
    if (!invitation) return false;
    const { inviterId } = invitation;
    const at = clock.now();
    const event = { teamId, invitationId, kind: 'delivery_failed', at, actor: 'deliveries', detail: what } as const;
    await queries.invitations.addEvent(event);
    let isNews = false;
    for (const readerId of new Set([inviterId, askedBy ?? inviterId])) {
      const isInviter = readerId === inviterId;
      isNews = await queries.deliveries.enqueue({
        teamId,
        kind: 'inviter_message',
        target: readerId,
        payload: { message: 'delivery_failed', what, reason, ...(!isInviter && { readerId }) },
        invitationId,
        dedupeKey: deliveryKeys.inviterMessage(invitationId, 'delivery_failed', isInviter ? id : `${id}:${readerId}`),
        runAt: at,
      });
    }
    return isNews;
  });
}
