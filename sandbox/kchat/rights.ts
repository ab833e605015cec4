import { forbidden, notFound } from './refusal.ts';
import type { Channel, ChannelMember, Person, TeamMember } from './documents.ts';
import type { KchatState } from './state.ts';

export const hasRole = (roles: string, role: string): boolean => roles.split(' ').includes(role);

export const isSystemAdmin = (person: Person): boolean => hasRole(person.roles, 'system_admin');

export function isTeamMember(state: KchatState, userId: string): boolean {
  return state.teamMembers.get(userId)?.delete_at === 0;
}

export function channelMember(state: KchatState, channelId: string, userId: string): ChannelMember | undefined {
  return state.channelMembers.find((member) => member.channel_id === channelId && member.user_id === userId);
}

/** @throws ChatRefusal 403 */
export function requireSystemAdmin(person: Person): void {
  if (!isSystemAdmin(person)) throw forbidden();
}

/**
 * Managing slash commands: administrators of the server or the team.
 * @throws ChatRefusal 403
 */
export function requireCommandManager(state: KchatState, person: Person): void {
  if (!isSystemAdmin(person) && state.teamMembers.get(person.id)?.scheme_admin !== true) throw forbidden();
}

/** Inviting guests: the same people have `invite_guest` (role-routes). @throws ChatRefusal 403 */
export const requireGuestInviter = requireCommandManager;

/**
 * People outside the team see nothing of it, not even its name.
 * @throws ChatRefusal 403, or 404 for a team that does not exist
 */
export function requireTeam(state: KchatState, person: Person, teamId: string): void {
  if (teamId !== state.team.id) throw notFound('team');
  if (!isSystemAdmin(person) && !isTeamMember(state, person.id)) throw forbidden();
}

/** @throws ChatRefusal 404 */
export function requirePerson(state: KchatState, idOrMe: string, caller: Person): Person {
  const person = idOrMe === 'me' ? caller : state.people.get(idOrMe);
  if (!person) throw notFound('user');
  return person;
}

/** @throws ChatRefusal 404 when the person is not, or no longer, in the team */
export function requireTeamMember(state: KchatState, userId: string): TeamMember {
  const member = state.teamMembers.get(userId);
  if (!member || member.delete_at > 0) throw notFound('teamMember');
  return member;
}

/** Public channels are visible to the team (not to guests), others to their members. */
export function canSee(state: KchatState, person: Person, channel: Channel): boolean {
  if (channelMember(state, channel.id, person.id)) return true;
  if (channel.type === 'D') return false;
  if (isSystemAdmin(person)) return true;
  return channel.type === 'O' && isTeamMember(state, person.id) && !hasRole(person.roles, 'system_guest');
}

/** @throws ChatRefusal 404 for no such channel, 403 for one that the caller may not see */
export function requireChannel(state: KchatState, person: Person, channelId: string): Channel {
  const channel = state.channels.get(channelId);
  if (!channel) throw notFound('channel');
  if (!canSee(state, person, channel)) throw forbidden();
  return channel;
}

/** Reading and writing posts takes membership. @throws ChatRefusal 404, 403 */
export function requireMembership(state: KchatState, person: Person, channelId: string): Channel {
  const channel = requireChannel(state, person, channelId);
  if (!channelMember(state, channelId, person.id)) throw forbidden();
  return channel;
}
