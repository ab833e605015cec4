import type { Caller } from '../invitations/caller.ts';
import type { Settings } from '../invitations/dependencies.ts';

/** Who may use a verb, its buttons and its forms. There is no default: a verb without one does not compile. */
export type Permission =
  | 'administrator'
  /** Administrators, and members whose wish an administrator approves, where that is set up. */
  | 'requester'
  | 'everyone';

export function mayUse(
  permission: Permission,
  { mayInvite, isMember }: Pick<Caller, 'mayInvite' | 'isMember'>,
  { approvalChannel }: Pick<Settings, 'approvalChannel'>,
): boolean {
  switch (permission) {
    case 'everyone':
      return true;
    case 'requester':
      return mayInvite || (isMember && approvalChannel !== undefined);
    case 'administrator':
      return mayInvite;
    default:
      // What nobody has decided about is denied.
      return false;
  }
}
