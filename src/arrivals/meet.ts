import type { Dependencies } from '../invitations/dependencies.ts';
import { TryLater } from '../invitations/try-later.ts';
import type { ChatUser } from '../ports/chat.ts';
import type { Delivery } from '../ports/delivery-store.ts';
import type { Invitation } from '../ports/invitation-store.ts';
import { followInvitation } from './follow-invitations.ts';
import { isPlainMember } from './is-plain-member.ts';
import { isSamePerson } from './is-same-person.ts';
import { isPlainGuest } from './may-have-come-by.ts';
import { meetGuest } from './meet-guest.ts';
import { invitationOf, meetNewcomer } from './meet-newcomer.ts';
import { openMembers } from './open-members.ts';
import { owePoll, oweRosterLook } from './owe-looks.ts';

/** How long the provider is asked again and again about somebody who is here already; then the polls take over. */
const patienceMs = 10 * 60_000;
const longestPauseMs = 60_000;

/**
 * Meets the one person a realtime hint was about. It asks only for what concerns them, so that hints never eat the
 * provider's budget: their account, their membership and, when their invitation was pending, that invitation.
 * @returns what the person turned out to be, for the record.
 * @throws TryLater while the provider has not confirmed the acceptance; RemoteRefusal, RemoteSilence to be retried.
 */
export async function meet(deps: Dependencies, delivery: Delivery<'meet'>): Promise<string> {
  const { store, chat, clock, settings } = deps;
  const teamId = settings.team.id;
  const { userId } = delivery.payload;
  if (!(await store.people.isPrimed(teamId))) throw new TryLater('the first look is under way', 1_000);
  if ((await store.people.unknownOf(teamId, [userId])).length === 0) return 'known';

  const user = await chat.user(userId);
  if (!user) {
    // Another kind of id than the one this server looks people up by, or gone already.
    await oweRosterLook(deps);
    return 'unknown to the server';
  }
  if (isPlainGuest(user) && (await chat.teamMembership(teamId, userId))) {
    // Of one whom kChat still waits for, the poll will tell more.
    const guest = await meetGuest(deps, user);
    return guest === 'unconfirmed' ? 'left to the poll' : guest;
  }
  if (!(await isHere(deps, user))) return 'not to be greeted';
  if (user.email === '') {
    // Only the poll can tell who somebody without an address is: it asks for the invited addresses.
    await owePoll(deps);
    return 'left to the poll';
  }

  const newcomer = await meetNewcomer(deps, user, await confirmed(deps, user));
  if (newcomer !== 'unconfirmed') return newcomer;
  const waitedMs = clock.now() - (delivery.firstAttemptAt ?? 0);
  if (waitedMs > patienceMs) return 'left to the poll';
  throw new TryLater('the acceptance is not confirmed', Math.min(longestPauseMs, Math.max(1_000, waitedMs)));
}

async function isHere({ chat, settings }: Dependencies, user: ChatUser): Promise<boolean> {
  if (!isPlainMember(user)) return false;
  const membership = await chat.teamMembership(settings.team.id, user.id);
  return membership !== undefined && !membership.isGuest;
}

/** The open invitations this person may have come by; one that was pending is read at the provider first. */
async function confirmed(deps: Dependencies, user: ChatUser): Promise<Invitation[]> {
  const candidates = await candidatesFor(deps, user);
  const invitation = await invitationOf(deps, user, candidates);
  if (invitation?.state !== 'pending') return candidates;
  await followInvitation(deps, invitation);
  return candidatesFor(deps, user);
}

/** By address if there is one, which spares reading all the others. */
async function candidatesFor(deps: Dependencies, user: ChatUser): Promise<Invitation[]> {
  const { store, settings } = deps;
  const own = await store.invitations.open(settings.team.id, user.email.toLowerCase());
  if (own?.kind === 'member' && own.state !== 'awaiting_approval' && isSamePerson(user, own)) return [own];
  return openMembers(deps);
}
