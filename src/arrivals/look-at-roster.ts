import type { Dependencies } from '../invitations/dependencies.ts';
import { findHere } from '../invitations/find-here.ts';
import { recordArrival } from '../invitations/record-arrival.ts';
import type { ChatUser } from '../ports/chat.ts';
import type { Invitation } from '../ports/invitation-store.ts';
import { isPlainMember } from './is-plain-member.ts';
import { isSamePerson } from './is-same-person.ts';
import { isPlainGuest, mayHaveComeBy } from './may-have-come-by.ts';
import { meetGuest } from './meet-guest.ts';
import { meetNewcomer } from './meet-newcomer.ts';
import { openMembers } from './open-members.ts';
import { tryEach } from './try-each.ts';
import { wasGreeted } from './was-greeted.ts';

/**
 * Compares the team's roster with what is known: whose invitation was accepted and who is here now has arrived, and
 * whoever is new without an invitation of ours is a walk-in. On the very first look everybody present is only
 * remembered: people who were here before the bot are never greeted.
 * @throws RemoteRefusal, RemoteSilence when kChat or the provider does not answer for somebody; what was found of the
 *   others is recorded.
 */
export async function lookAtRoster(deps: Dependencies): Promise<void> {
  const { store, chat, settings } = deps;
  const teamId = settings.team.id;
  const roster = await chat.roster(teamId);
  if (!(await store.people.isPrimed(teamId))) return rememberEverybody(deps, roster);

  await tryEach(await store.invitations.inStates(teamId, ['accepted']), async (invitation) => {
    const isInvitee = (user: ChatUser) => mayHaveComeBy(user, invitation) && isSamePerson(user, invitation);
    const user = roster.find(isInvitee) ?? (await findByEmail(deps, invitation));
    if (user) await recordArrival(deps, invitation, user, await wasGreeted(deps, user));
  });

  // Someone who can't be greeted now may become a plain member later, and is greeted then.
  const present = roster.filter((user) => isPlainMember(user) || isPlainGuest(user));
  const unknownIds = new Set(
    await store.people.unknownOf(
      teamId,
      present.map(({ id }) => id),
    ),
  );
  if (unknownIds.size === 0) return;
  const open = await openMembers(deps);
  const newcomers = present.filter(({ id }) => unknownIds.has(id));
  // Who is here before the provider has confirmed the acceptance waits for the next poll.
  await tryEach(newcomers, (user) => (user.isGuest ? meetGuest(deps, user) : meetNewcomer(deps, user, open)));
}

async function rememberEverybody({ store, clock, settings }: Dependencies, roster: readonly ChatUser[]): Promise<void> {
  const teamId = settings.team.id;
  await store.transaction(async (queries) => {
    const at = clock.now();
    for (const { id } of roster) await queries.people.add({ teamId, userId: id, firstSeenAt: at });
    await queries.people.markPrimed(teamId, at);
  });
}

/** Where the roster hides addresses from bots, asking for one address may still be allowed. */
async function findByEmail(deps: Dependencies, invitation: Invitation): Promise<ChatUser | undefined> {
  if (!invitation.strict) return undefined;
  const user = await findHere(deps, invitation.email);
  return user && mayHaveComeBy(user, invitation) ? user : undefined;
}
