import type { World } from '../../../world.ts';
import type { Person } from '../../documents.ts';
import { isTeamMember } from '../../rights.ts';

/** kChat: the Pusher channels that its clients listen on; section 3. What concerns many comes on several of them. */
export const teamChannel = (teamId: string): string => `private-team.${teamId}`;
export const ownChannel = (personId: string): string => `presence-teamUser.${personId}`;
export const accountChannel = (userId: number): string => `presence-user.${userId}`;

/** The whole team: on its own channel and again on each member's, so that clients have to drop repeats. */
export function theTeam({ kchat }: World): string[] {
  const members = [...kchat.teamMembers.keys()].filter((id) => isTeamMember(kchat, id));
  return [teamChannel(kchat.team.id), ...members.map(ownChannel)];
}

/** The members of a chat channel, one by one. */
export function membersOf({ kchat }: World, channelId: string): string[] {
  return kchat.channelMembers
    .filter((member) => member.channel_id === channelId)
    .map((member) => ownChannel(member.user_id));
}

/** One person, by both their ids. */
export function onlyTo({ kchat }: World, personId: string): string[] {
  const person: Person | undefined = kchat.people.get(personId);
  return person ? [ownChannel(person.id), accountChannel(person.user_id)] : [];
}
