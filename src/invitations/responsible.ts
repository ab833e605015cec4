import type { Invitation } from '../ports/invitation-store.ts';

/** Whose buttons an invitation's are: its inviter, or the administrator who granted a member's request. */
export function responsibleOf({ inviterId, approvedBy }: Pick<Invitation, 'inviterId' | 'approvedBy'>): string {
  return approvedBy ?? inviterId;
}

/** Somebody who may not invite and whose request was granted: they are told, and can do nothing about it. */
export function isRequester({ inviterId, approvedBy }: Pick<Invitation, 'inviterId' | 'approvedBy'>, userId: string) {
  return approvedBy !== undefined && userId === inviterId;
}
