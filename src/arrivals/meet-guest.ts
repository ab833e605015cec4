import type { Dependencies } from '../invitations/dependencies.ts';
import { recordLateAcceptance } from '../invitations/record-acceptance.ts';
import { recordArrival } from '../invitations/record-arrival.ts';
import type { ChatUser } from '../ports/chat.ts';
import { followGuest } from './follow-guests.ts';
import type { Newcomer } from './meet-newcomer.ts';
import { wasGreeted } from './was-greeted.ts';

/**
 * Decides who a guest is whom nobody has greeted yet. Those who were invited in kChat itself are nobody's affair here:
 * a guest is never a walk-in.
 * @throws RemoteRefusal, RemoteSilence when kChat does not answer.
 */
export async function meetGuest(deps: Dependencies, user: ChatUser): Promise<Newcomer | 'stranger'> {
  const { store, settings } = deps;
  const teamId = settings.team.id;
  const latest = user.email === '' ? undefined : await store.invitations.latest(teamId, user.email.toLowerCase());
  if (latest?.kind !== 'guest') return 'stranger';
  if (latest.state === 'pending') await followGuest(deps, latest);

  const invitation = await store.invitations.byId(teamId, latest.id);
  switch (invitation?.state) {
    case 'accepted':
      await recordArrival(deps, invitation, user, await wasGreeted(deps, user));
      return 'invited';
    case 'expired':
    case 'revoked':
      await recordLateAcceptance(deps, invitation, user.id);
      return 'accepted_late';
    case 'pending':
      return 'unconfirmed';
    default:
      return 'stranger';
  }
}
