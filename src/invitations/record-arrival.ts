import type { ChatUser } from '../ports/chat.ts';
import type { Invitation } from '../ports/invitation-store.ts';
import type { StoreQueries } from '../ports/store.ts';
import { localeOf } from '../texts/locale.ts';
import { announceArrival } from './announce-arrival.ts';
import { nameOf } from './caller.ts';
import { deliveryKeys } from './delivery-keys.ts';
import type { Dependencies } from './dependencies.ts';
import { oweCard } from './owe-card.ts';
import { oweNews } from './owe-import-news.ts';

type ArrivalDependencies = Pick<Dependencies, 'store' | 'clock' | 'observe' | 'settings'>;

/**
 * An invitee whose acceptance is known was seen in kChat: channels, welcome, notices and the inviter's message are
 * owed from here on, all or none of them. A guest gets the asked-for channels alone, and is announced to nobody.
 * @param wasGreeted all of that was done already, in a time that the database does not know (was-greeted.ts).
 * @returns false when the arrival was recorded before.
 */
export async function recordArrival(
  { store, clock, observe, settings }: ArrivalDependencies,
  { teamId, id, channels: asked, firstName, lastName }: Invitation,
  user: ChatUser,
  wasGreeted = false,
): Promise<boolean> {
  const { isGuest } = user;
  const hasArrived = await store.transaction(async (queries) => {
    const at = clock.now();
    // Those for everybody count as they are today; from here on they are the invitation's own.
    const forAll = isGuest ? [] : await queries.newcomerChannels.all(teamId);
    const more = forAll.filter((channel) => !asked.some((one) => one.id === channel.id));
    const isNamed = `${firstName}${lastName}` !== '';
    const invitation = await queries.invitations.transition(teamId, id, ['accepted'], 'arrived', {
      channels: [...asked, ...more],
      arrivedAt: at,
      chatUserId: user.id,
      ...(!isNamed && { firstName: user.firstName, lastName: user.lastName }),
    });
    if (!invitation) return false;
    await queries.people.add({ teamId, userId: user.id, firstSeenAt: at });
    await queries.invitations.addEvent({ teamId, invitationId: id, kind: 'arrived', at, actor: 'arrivals' });
    await oweCard(queries, invitation, at);
    if (wasGreeted) return true;
    for (const channel of invitation.channels) {
      await queries.deliveries.enqueue({
        teamId,
        kind: 'add_to_channel',
        target: `${channel.id}:${user.id}`,
        payload: { channelId: channel.id, channelName: channel.name, userId: user.id },
        invitationId: id,
        dedupeKey: deliveryKeys.addToChannel(id, channel.id),
        runAt: at,
      });
    }
    await oweWelcome(queries, teamId, user, invitation.locale, at, invitation);
    if (!isGuest) {
      await announceArrival(queries, settings, {
        userId: user.id,
        name: nameOf({ ...user, firstName: invitation.firstName, lastName: invitation.lastName }),
        inviterName: invitation.inviterName || undefined,
        invitationId: id,
        arrivedAt: at,
      });
    }
    await oweNews(queries, invitation, 'arrived', at);
    return true;
  });
  if (hasArrived) observe({ happened: 'arrival', as: 'invited', invitation: id });
  return hasArrived;
}

/**
 * Somebody is in the team who was not invited here. Greeted when the settings say so, and remembered either way.
 * @param wasGreeted as for `recordArrival`
 * @returns false when the person was known already.
 */
export async function recordWalkIn(
  { store, clock, observe, settings }: ArrivalDependencies,
  user: ChatUser,
  wasGreeted = false,
): Promise<boolean> {
  const teamId = settings.team.id;
  const isNew = await store.transaction(async (queries) => {
    const at = clock.now();
    if (!(await queries.people.add({ teamId, userId: user.id, firstSeenAt: at }))) return false;
    if (wasGreeted || !settings.welcomeWalkIns) return true;
    await oweWelcome(queries, teamId, user, localeOf(user.locale, settings.defaultLocale), at);
    await announceArrival(queries, settings, {
      userId: user.id,
      name: nameOf(user),
      inviterName: undefined,
      invitationId: undefined,
      arrivedAt: at,
    });
    return true;
  });
  if (isNew) observe({ happened: 'arrival', as: 'walk_in', invitation: undefined });
  return isNew;
}

async function oweWelcome(
  queries: StoreQueries,
  teamId: string,
  user: ChatUser,
  locale: string,
  runAt: number,
  invitation?: Invitation,
): Promise<void> {
  await queries.deliveries.enqueue({
    teamId,
    kind: 'welcome',
    target: user.id,
    payload: {
      locale,
      userId: user.id,
      firstName: invitation?.firstName ?? user.firstName,
      ...(user.isGuest && { isGuest: true }),
    },
    invitationId: invitation?.id,
    dedupeKey: user.isGuest ? deliveryKeys.guestWelcome(teamId, user.id) : deliveryKeys.welcome(teamId, user.id),
    runAt,
  });
}
