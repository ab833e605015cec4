import type { Invitation } from '../ports/invitation-store.ts';
import type { StoreQueries } from '../ports/store.ts';
import { deliveryKeys } from './delivery-keys.ts';

/**
 * The inviter's card is to show how the invitation stands. Written with the change it shows.
 * @param invitation its state is part of the key: each change is drawn.
 * @param runAt when, in milliseconds; a question that nobody answered is redrawn later.
 */
export async function oweCard(
  { deliveries }: Pick<StoreQueries, 'deliveries'>,
  { teamId, id, state }: Pick<Invitation, 'teamId' | 'id'> & { state: string },
  runAt: number,
): Promise<void> {
  await deliveries.enqueue({
    teamId,
    kind: 'card',
    target: id,
    payload: {},
    invitationId: id,
    dedupeKey: deliveryKeys.card(id, state, runAt),
    runAt,
  });
}
