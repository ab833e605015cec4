import type { Invitation } from '../ports/invitation-store.ts';
import { remark } from '../ports/remark.ts';

/** What may still be at the provider when this program stops asking it, as a remark for the inviter. */
export function leftBehind({
  providerStep,
  providerInvitationId,
}: Pick<Invitation, 'providerStep' | 'providerInvitationId'>): string | undefined {
  if (providerStep === 'creating') return remark('left_creating');
  if (providerStep === 'undoing') return remark('left_undoing');
  return providerInvitationId === undefined ? undefined : remark('left_invitation');
}
