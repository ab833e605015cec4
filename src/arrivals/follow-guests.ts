import type { Dependencies } from '../invitations/dependencies.ts';
import { findHere } from '../invitations/find-here.ts';
import { lookForGuest } from '../invitations/look-for-guest.ts';
import { unconfirmedCreationMs } from '../invitations/provisioning-steps.ts';
import { recordAcceptance } from '../invitations/record-acceptance.ts';
import { recordEnding } from '../invitations/record-ending.ts';
import { recordNewEnd } from '../invitations/record-new-end.ts';
import type { Invitation } from '../ports/invitation-store.ts';
import { tryEach } from './try-each.ts';

type PendingGuests = Dependencies['chat']['pendingGuests'];

/**
 * Finds out what became of pending guests, with one request for each channel that any of them was invited to.
 * @throws RemoteRefusal, RemoteSilence when kChat does not answer for one of them; what was found of the others is
 *   recorded.
 */
export async function followGuests(deps: Dependencies, pending: readonly Invitation[]): Promise<void> {
  const told = new Map<string, ReturnType<PendingGuests>>();
  const pendingGuests: PendingGuests = (channelId) => {
    const known = told.get(channelId) ?? deps.chat.pendingGuests(channelId);
    told.set(channelId, known);
    return known;
  };
  await tryEach(pending, (invitation) => followGuest(deps, invitation, pendingGuests));
}

/**
 * Looks for one pending guest in kChat and records what became of them: no longer waited for, they are here or it is over.
 * @throws RemoteRefusal, RemoteSilence when kChat does not answer.
 */
export async function followGuest(
  deps: Dependencies,
  invitation: Invitation,
  pendingGuests?: PendingGuests,
): Promise<void> {
  const now = deps.clock.now();
  const { waiting, problem } = await lookForGuest(deps, invitation, pendingGuests);
  const [guest] = waiting;
  if (guest) {
    if (guest.expiresAt !== undefined && guest.expiresAt <= now) await recordEnding(deps, invitation, 'expired');
    else if (guest.expiresAt !== invitation.expiresAt) await recordNewEnd(deps, invitation, guest.expiresAt);
    return;
  }
  const user = await findHere(deps, invitation.email);
  if (user) {
    await recordAcceptance(deps, invitation, user.infomaniakUserId);
    return;
  }
  const isTimeUp = invitation.expiresAt !== undefined && invitation.expiresAt <= now;
  // A list that may come late, or could not be seen in full, proves nothing by not having somebody.
  const isYoung = now < (invitation.providerStepAt ?? 0) + unconfirmedCreationMs;
  if (isTimeUp) await recordEnding(deps, invitation, 'expired');
  else if (!isYoung && !problem) await recordEnding(deps, invitation, 'revoked');
}
