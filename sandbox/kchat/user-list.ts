import { z } from 'zod';
import type { Person } from './documents.ts';
import { flag, pagingQuery } from './paging.ts';
import { channelMember, hasRole, isTeamMember } from './rights.ts';
import type { KchatState } from './state.ts';

export const userListQuery = z.strictObject({
  ...pagingQuery,
  in_team: z.string().optional(),
  not_in_team: z.string().optional(),
  in_channel: z.string().optional(),
  not_in_channel: z.string().optional(),
  without_team: flag.optional(),
  active: flag.optional(),
  inactive: flag.optional(),
  role: z.string().optional(),
  roles: z.string().optional(),
  team_roles: z.string().optional(),
  channel_roles: z.string().optional(),
  sort: z.enum(['', 'create_at', 'last_activity_at', 'status', 'admin']).optional(),
});

type UserListQuery = z.output<typeof userListQuery>;

/** The people a `GET /users` query asks for, deactivated ones included unless it says otherwise. */
export function listUsers(state: KchatState, query: UserListQuery): Person[] {
  const inTeam = (person: Person) => isTeamMember(state, person.id);
  const inChannel = (person: Person, channelId: string) => channelMember(state, channelId, person.id) !== undefined;
  const wanted = [...state.people.values()].filter(
    (person) =>
      (query.in_team === undefined || (query.in_team === state.team.id && inTeam(person))) &&
      (query.not_in_team === undefined || query.not_in_team !== state.team.id || !inTeam(person)) &&
      (query.in_channel === undefined || inChannel(person, query.in_channel)) &&
      (query.not_in_channel === undefined || !inChannel(person, query.not_in_channel)) &&
      (query.without_team !== true || !inTeam(person)) &&
      (query.active !== true || person.delete_at === 0) &&
      (query.inactive !== true || person.delete_at > 0) &&
      hasAskedRole(state, person, query),
  );
  return wanted.sort(
    query.sort === 'create_at'
      ? (one, other) => other.create_at - one.create_at
      : (one, other) => (one.username < other.username ? -1 : 1),
  );
}

/** Mattermost: the roles of the three scopes are alternatives, not conditions that add up. */
function hasAskedRole(state: KchatState, person: Person, query: UserListQuery): boolean {
  const { role, roles, team_roles: teamRoles, channel_roles: channelRoles } = query;
  if (role !== undefined && !hasRole(person.roles, role)) return false;
  if (roles === undefined && teamRoles === undefined && channelRoles === undefined) return true;
  const channelId = query.in_channel ?? '';
  return (
    hasAny(person.roles, roles) ||
    hasAny(state.teamMembers.get(person.id)?.roles, teamRoles) ||
    hasAny(channelMember(state, channelId, person.id)?.roles, channelRoles)
  );
}

function hasAny(held: string | undefined, asked: string | undefined): boolean {
  if (held === undefined || asked === undefined) return false;
  return asked.split(',').some((role) => hasRole(held, role.trim()));
}
