import type { Dependencies } from '../invitations/dependencies.ts';
import { recordLateAcceptance } from '../invitations/record-acceptance.ts';
import { recordArrival, recordWalkIn } from '../invitations/record-arrival.ts';
import type { ChatUser } from '../ports/chat.ts';
import type { Invitation } from '../ports/invitation-store.ts';
import { isSamePerson } from './is-same-person.ts';
import { matchByProvider } from './match-by-provider.ts';
import { wasGreeted } from './was-greeted.ts';

/** What a newcomer turned out to be; `unconfirmed` is here before the provider says that the invitation was accepted. */
export type Newcomer = 'invited' | 'unconfirmed' | 'accepted_late' | 'walk_in';

/**
 * Decides who a plain member is whom nobody has greeted yet, and records it.
 * @param open the team's open invitations; what they say about acceptance is taken as it is.
 * @throws RemoteRefusal, RemoteSilence when the provider has to be asked and does not answer.
 */
export async function meetNewcomer(deps: Dependencies, user: ChatUser, open: readonly Invitation[]): Promise<Newcomer> {
  const { store, provisioning, settings } = deps;
  const invitation = await invitationOf(deps, user, open);
  if (invitation) {
    if (invitation.state !== 'accepted') return 'unconfirmed';
    await recordArrival(deps, invitation, user, await wasGreeted(deps, user));
    return 'invited';
  }

  const ended = await store.invitations.latest(settings.team.id, user.email.toLowerCase());
  if (ended?.providerInvitationId !== undefined && ['expired', 'revoked', 'rejected'].includes(ended.state)) {
    const current = await provisioning.readInvitation(ended.providerInvitationId);
    if (current?.status === 'accepted') {
      await recordLateAcceptance(deps, ended, user.id);
      return 'accepted_late';
    }
  }
  await recordWalkIn(deps, user, await wasGreeted(deps, user));
  return 'walk_in';
}

/** The open invitation that brought this person, by address or, for those free to use another one, by the provider. */
export async function invitationOf(
  { provisioning }: Pick<Dependencies, 'provisioning'>,
  user: ChatUser,
  open: readonly Invitation[],
): Promise<Invitation | undefined> {
  const own = open.find((invitation) => isSamePerson(user, invitation));
  if (own) return own;
  const anyLogin = open.filter((invitation) => !invitation.strict && invitation.providerInvitationId !== undefined);
  return anyLogin.length === 0 ? undefined : matchByProvider(provisioning, user, anyLogin);
}
