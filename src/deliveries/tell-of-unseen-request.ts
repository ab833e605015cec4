import { isRemoteError } from '../errors.ts';
import { deliveryKeys } from '../invitations/delivery-keys.ts';
import type { Dependencies } from '../invitations/dependencies.ts';
import type { Delivery } from '../ports/delivery-store.ts';
import { findAdministrators } from '../invitations/find-administrators.ts';
import { remark } from '../ports/remark.ts';
import { requireInvitation } from './require-invitation.ts';

/** More direct messages than this about one request help nobody. */
const mostTold = 5;

/**
 * The approval channel shows no card of a request that waits: whoever asked learns whom to turn to, and administrators
 * get it by direct message, as far as it is known who they are. One that was answered is of no use to anybody there.
 * @returns whether an administrator is told.
 */
export async function tellOfUnseenRequest(
  deps: Pick<Dependencies, 'store' | 'chat' | 'clock' | 'settings'>,
  delivery: Delivery<'approval_card'>,
  reason: string,
): Promise<boolean> {
  const { store, clock, settings } = deps;
  const { teamId, id: invitationId, state, inviterId } = await requireInvitation(store, delivery);
  if (state !== 'awaiting_approval') return true;
  const administrators = await findAdministrators(deps).catch((error: unknown) => {
    if (isRemoteError(error)) return [];
    throw error;
  });
  await store.transaction(async ({ invitations, deliveries }) => {
    const at = clock.now();
    const detail = remark('doing_request', settings.approvalChannel ?? '');
    const event = { teamId, invitationId, kind: 'delivery_failed', at, actor: 'deliveries', detail } as const;
    await invitations.addEvent(event);
    const message = { teamId, kind: 'inviter_message', invitationId, runAt: at } as const;
    await deliveries.enqueue({
      ...message,
      target: inviterId,
      payload: { message: 'request_unheard', reason },
      dedupeKey: deliveryKeys.inviterMessage(invitationId, 'request_unheard'),
    });
    for (const { id: readerId } of administrators.slice(0, mostTold)) {
      await deliveries.enqueue({
        ...message,
        target: readerId,
        payload: { message: 'request_not_shown', reason, readerId },
        dedupeKey: deliveryKeys.inviterMessage(invitationId, 'request_not_shown', readerId),
      });
    }
  });
  return administrators.length > 0;
}
