import { UserError } from '../errors.ts';
import { isUnderWay, type Invitation } from '../ports/invitation-store.ts';
import { revokeTexts } from '../texts/commands/revoke.ts';
import { guestTexts } from '../texts/guests.ts';
import { cancelGuest } from './cancel-guest.ts';
import { deliveryKeys } from './delivery-keys.ts';
import type { Dependencies } from './dependencies.ts';
import { freeExpired, mayHoldSeat } from './free-expired.ts';
import { recordAcceptance } from './record-acceptance.ts';
import { recordEnding } from './record-ending.ts';

/**
 * Records the wish to take an invitation back. It is pending until the provider has cancelled it.
 * @param reason as it was typed; may be empty.
 * @returns the key of what is owed: of this wish, or of one that is under way.
 * @throws UserError when there is nothing that could be taken back.
 */
export async function requestRevocation(
  { store, clock }: Pick<Dependencies, 'store' | 'clock'>,
  invitation: Invitation,
  by: { id: string },
  reason: string,
): Promise<string> {
  const { teamId, id, kind, email, state, renewals } = invitation;
  if (state === 'accepted' || state === 'arrived') {
    throw new UserError((locale) => (kind === 'guest' ? guestTexts : revokeTexts)[locale].hasAccepted);
  }
  if (isUnderWay(state)) {
    throw new UserError((locale) => revokeTexts[locale].isUnderWay);
  }
  if (state !== 'pending' && !mayHoldSeat(invitation)) throw new UserError((locale) => revokeTexts[locale].hasEnded);
  return store.transaction(async (queries) => {
    const at = clock.now();
    const events = await queries.invitations.events(teamId, id);
    const wishes = events.filter((event) => event.kind === 'revocation_requested').length;
    if ((await queries.deliveries.unfinished(teamId, id, 'revoke')) > 0) return deliveryKeys.revoke(id, wishes);
    const dedupeKey = deliveryKeys.revoke(id, wishes + 1);
    const payload = { byId: by.id, renewals };
    const delivery = { teamId, kind: 'revoke', target: email, payload, invitationId: id } as const;
    await queries.deliveries.enqueue({ ...delivery, dedupeKey, runAt: at });
    const event = { teamId, invitationId: id, kind: 'revocation_requested', at, actor: by.id } as const;
    await queries.invitations.addEvent({ ...event, detail: reason === '' ? undefined : reason });
    return dedupeKey;
  });
}

/**
 * Cancels the invitation at the provider, which ends its link and frees its seat, then here.
 * @throws RemoteRefusal, RemoteSilence when the provider does not answer.
 */
export async function revokeInvitation(
  deps: Pick<Dependencies, 'store' | 'clock' | 'observe' | 'provisioning' | 'chat' | 'settings'>,
  invitation: Invitation,
  byId: string,
): Promise<void> {
  const { provisioning } = deps;
  if (mayHoldSeat(invitation)) return freeExpired(deps, invitation, byId);
  if (invitation.state !== 'pending') return;
  if (invitation.kind === 'guest') return revokeGuest(deps, invitation, byId);
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

async function revokeGuest(
  deps: Pick<Dependencies, 'store' | 'clock' | 'observe' | 'chat' | 'settings'>,
  invitation: Invitation,
  byId: string,
): Promise<void> {
  const guest = await cancelGuest(deps, invitation);
  if (guest) await recordAcceptance(deps, invitation, guest.infomaniakUserId);
  else await recordEnding(deps, invitation, 'revoked', byId);
}
