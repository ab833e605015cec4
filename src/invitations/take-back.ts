import type { ProviderInvitation } from '../ports/provisioning.ts';
import { remark } from '../ports/remark.ts';
import type { Refused } from './classify-refusal.ts';
import type { Dependencies } from './dependencies.ts';
import { isAdopted } from './describe.ts';
import { setStep } from './provisioning-steps.ts';

/**
 * Cancels the invitation that this program made; one that somebody else made is left alone.
 * @returns what to tell the inviter: the refusal, unless the invitee was quicker.
 */
export async function takeBack(
  deps: Pick<Dependencies, 'store' | 'clock' | 'provisioning'>,
  teamId: string,
  id: string,
  refused: Refused,
): Promise<Refused> {
  const invitation = await deps.store.invitations.byId(teamId, id);
  if (invitation?.providerInvitationId === undefined) return refused;
  if (isAdopted(invitation) && (refused.reason === 'no_seat_left' || refused.reason === 'no_ksuite')) {
    return { ...refused, detail: withLine(refused.detail, remark('left_found')) };
  }
  if (invitation.providerStep !== 'created' && invitation.providerStep !== 'undoing') return refused;
  const current = await deps.provisioning.readInvitation(invitation.providerInvitationId);
  // Accepted in the very moment the seat was refused: then something does remain, and it is not ours to undo.
  if (current?.status === 'accepted') return tooLateForSeat(current);
  if (current?.status !== 'pending') return refused;
  const detail =
    invitation.providerStep === 'undoing' ? refused.detail : withLine(refused.detail, remark('left_nothing'));
  // Recorded first: after a crash the only way from here is on to the cancellation.
  await setStep(deps, invitation, { providerStep: 'undoing', failure: refused.reason, failureDetail: detail });
  await deps.provisioning.cancelInvitation(invitation.providerInvitationId);
  return { ...refused, detail };
}

function withLine(detail: string | undefined, line: string): string {
  return [detail, line].filter(Boolean).join('\n');
}

/** Between the two calls, or while this program was down, the invitee has answered: a seat can't be granted any more. */
export function tooLateForSeat({ status }: ProviderInvitation): Refused {
  const detail = remark(status === 'accepted' ? 'accepted_without_seat' : 'ended_without_seat');
  return { reason: 'provider_refused', detail };
}
