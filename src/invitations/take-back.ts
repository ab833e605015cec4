import type { Refused } from './classify-refusal.ts';
import type { Dependencies } from './dependencies.ts';
import { setStep } from './provisioning-steps.ts';

/** Cancels the invitation that this program made; one that somebody else made is left alone. */
export async function takeBack(
  deps: Pick<Dependencies, 'store' | 'clock' | 'provisioning'>,
  teamId: string,
  id: string,
  refused: Refused,
): Promise<void> {
  const invitation = await deps.store.invitations.byId(teamId, id);
  if (invitation?.providerInvitationId === undefined) return;
  if (invitation.providerStep !== 'created' && invitation.providerStep !== 'undoing') return;
  const current = await deps.provisioning.readInvitation(invitation.providerInvitationId);
  if (current?.status !== 'pending') return;
  // Recorded first: after a crash the only way from here is on to the cancellation.
  await setStep(deps, invitation, { providerStep: 'undoing', failure: refused.reason, failureDetail: refused.detail });
  await deps.provisioning.cancelInvitation(invitation.providerInvitationId);
}
