import type { Invitation } from '../ports/invitation-store.ts';

/** Whose buttons an invitation's are: its inviter, or the administrator who granted a member's request. */
export function responsibleOf({ inviterId, approvedBy }: Pick<Invitation, 'inviterId' | 'approvedBy'>): string {
  return approvedBy ?? inviterId;
}
