import type { InviterMessageKind } from '../ports/delivery-store.ts';
import type { Invitation } from '../ports/invitation-store.ts';
import type { StoreQueries } from '../ports/store.ts';
import { deliveryKeys } from './delivery-keys.ts';

/**
 * The inviter is to be told what became of an invitation, once. Written with the change it tells of.
 * @param runAt in milliseconds; later where a reply may say the same and take the message away.
 */
export async function oweInviterMessage(
  { deliveries }: Pick<StoreQueries, 'deliveries'>,
  { teamId, id, inviterId }: Pick<Invitation, 'teamId' | 'id' | 'inviterId'>,
  message: InviterMessageKind,
  runAt: number,
): Promise<void> {
  await deliveries.enqueue({
    teamId,
    kind: 'inviter_message',
    target: inviterId,
    payload: { message },
    invitationId: id,
    dedupeKey: deliveryKeys.inviterMessage(id, message),
    runAt,
  });
}
