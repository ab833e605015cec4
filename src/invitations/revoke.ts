import { UserError } from '../errors.ts';
import type { Invitation } from '../ports/invitation-store.ts';
import { revokeTexts } from '../texts/commands/revoke.ts';
import { deliveryKeys } from './delivery-keys.ts';
import type { Dependencies } from './dependencies.ts';
import { recordAcceptance } from './record-acceptance.ts';
import { recordEnding } from './record-ending.ts';

/**
 * Records the wish to take an invitation back. It is pending until the provider has cancelled it.
 * @param reason as it was typed; may be empty.
 * @throws UserError when there is nothing that could be taken back.
 */
export async function requestRevocation(
  { store, clock }: Pick<Dependencies, 'store' | 'clock'>,
  { teamId, id, email, state, renewals }: Invitation,
  by: { id: string },
  reason: string,
): Promise<string> {
  if (state === 'accepted' || state === 'arrived') throw new UserError((locale) => revokeTexts[locale].hasAccepted);
  if (state === 'requested' || state === 'provisioning' || state === 'unknown') {
    throw new UserError((locale) => revokeTexts[locale].isUnderWay);
  }
  if (state !== 'pending') throw new UserError((locale) => revokeTexts[locale].hasEnded);
  const dedupeKey = deliveryKeys.revoke(id, renewals);
  await store.transaction(async (queries) => {
    const at = clock.now();
    const delivery = { teamId, kind: 'revoke', target: email, payload: { byId: by.id }, invitationId: id } as const;
    if (!(await queries.deliveries.enqueue({ ...delivery, dedupeKey, runAt: at }))) {
      // Asked before. What waits goes on, and what was given up begins again.
      const earlier = await queries.deliveries.byKey(dedupeKey);
      if (!earlier || !(await queries.deliveries.revive(teamId, earlier.id, at))) return;
    }
    const event = { teamId, invitationId: id, kind: 'revocation_requested', at, actor: by.id } as const;
    await queries.invitations.addEvent({ ...event, detail: reason === '' ? undefined : reason });
  });
  return dedupeKey;
}

/**
 * Cancels the invitation at the provider, which ends its link and frees its seat, then here.
 * @throws RemoteRefusal, RemoteSilence when the provider does not answer.
 */
export async function revokeInvitation(
  deps: Pick<Dependencies, 'store' | 'clock' | 'observe' | 'provisioning'>,
  invitation: Invitation,
  byId: string,
): Promise<void> {
  const { provisioning } = deps;
  if (invitation.state !== 'pending') return;
  const id = invitation.providerInvitationId;
  const current = id === undefined ? undefined : await provisioning.readInvitation(id);
  if (current?.status === 'accepted') {
    const person = await provisioning.findByEmail(invitation.email);
    await recordAcceptance(deps, invitation, person?.userId);
    return;
  }
  if (current?.status === 'pending') await provisioning.cancelInvitation(current.id);
  await recordEnding(deps, invitation, 'revoked', byId);
}
