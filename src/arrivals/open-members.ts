import type { Dependencies } from '../invitations/dependencies.ts';
import { invitedStates, type Invitation } from '../ports/invitation-store.ts';

/** The open invitations by which a plain member may have come; guests' are no such. */
export async function openMembers({
  store,
  settings,
}: Pick<Dependencies, 'store' | 'settings'>): Promise<Invitation[]> {
  const open = await store.invitations.inStates(settings.team.id, invitedStates);
  return open.filter(({ kind }) => kind === 'member');
}
