import type { ReplyTo } from '../ports/delivery-store.ts';
import type { Invitation } from '../ports/invitation-store.ts';
import { cancelGuest } from './cancel-guest.ts';
import type { Dependencies } from './dependencies.ts';
import { setStep } from './provisioning-steps.ts';
import { settleAccepted } from './settle-provisioning.ts';

/**
 * The first half of a renewal: the old invitation is cancelled, so that its link and its seat are free. Called again
 * after a failure or a crash, it finds the cancellation done.
 * @returns the invitation, ready to be made anew; undefined when the invitee was quicker and has accepted.
 * @throws RemoteRefusal, RemoteSilence when the provider does not answer.
 */
export async function endOldInvitation(
  deps: Pick<Dependencies, 'store' | 'clock' | 'observe' | 'provisioning' | 'chat' | 'settings'>,
  invitation: Invitation,
  replyTo: ReplyTo,
): Promise<Invitation | undefined> {
  const { provisioning } = deps;
  if (invitation.kind === 'guest') {
    const guest = await cancelGuest(deps, invitation);
    if (guest) {
      await settleAccepted(deps, invitation, guest.infomaniakUserId, replyTo);
      return undefined;
    }
  }
  const oldId = invitation.providerInvitationId;
  const old = oldId === undefined ? undefined : await provisioning.readInvitation(oldId);
  if (old?.status === 'accepted') {
    const person = await provisioning.findByEmail(invitation.email);
    await settleAccepted(deps, invitation, person?.userId, replyTo);
    return undefined;
  }
  if (old?.status === 'pending') await provisioning.cancelInvitation(old.id);
  return setStep(deps, invitation, { providerStep: 'none', providerInvitationId: undefined, expiresAt: undefined });
}
