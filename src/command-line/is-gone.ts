import { isRemoteError } from '../errors.ts';
import { endIfGone } from '../invitations/end-if-gone.ts';
import { firstInTime } from '../invitations/first-within.ts';
import type { Invitation } from '../ports/invitation-store.ts';
import type { CallerContext } from './caller-context.ts';

/**
 * Whoever accepted is not taken back here; but where they were removed, there is nothing left to wait for, and it ends.
 * @returns false, too, when nobody answers in time.
 */
export async function isGone(context: CallerContext, invitation: Invitation): Promise<boolean> {
  if (invitation.state !== 'accepted') return false;
  try {
    return await firstInTime(context, endIfGone(context, invitation, context.caller.user.id));
  } catch (error) {
    if (!isRemoteError(error)) throw error;
    return false;
  }
}
