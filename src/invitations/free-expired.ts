import type { Invitation } from '../ports/invitation-store.ts';
import type { Dependencies } from './dependencies.ts';
import { oweCard } from './owe-card.ts';

/** Infomaniak has no status for an expiry: such an invitation stays pending there and keeps its seat (3.7). */
export function mayHoldSeat({ kind, state, providerInvitationId }: Invitation): boolean {
  return kind === 'member' && state === 'expired' && providerInvitationId !== undefined;
}

/**
 * Cancels an expired invitation at the provider, which frees its seat; one that is gone already is fine.
 * @throws RemoteRefusal, RemoteSilence when the provider does not answer.
 */
export async function freeExpired(
  { store, clock, provisioning }: Pick<Dependencies, 'store' | 'clock' | 'provisioning'>,
  { teamId, id, providerInvitationId }: Invitation,
  byId: string,
): Promise<void> {
  const current =
    providerInvitationId === undefined ? undefined : await provisioning.readInvitation(providerInvitationId);
  if (current?.status === 'accepted') return;
  if (current?.status === 'pending') await provisioning.cancelInvitation(current.id);
  await store.transaction(async (queries) => {
    const at = clock.now();
    const ended = await queries.invitations.transition(teamId, id, ['expired'], 'revoked');
    if (!ended) return;
    await queries.invitations.addEvent({ teamId, invitationId: id, kind: 'revoked', at, actor: byId });
    await oweCard(queries, ended, at);
  });
}
