import type { Chat, ChatUser } from '../ports/chat.ts';
import { RemoteRefusal } from '../errors.ts';
import { teamAnswer, teamMemberAnswer, userAnswer, usersAnswer } from './answers.ts';
import { chatUser } from './chat-user.ts';
import type { KchatClient } from './client.ts';
import { lookUp, read } from './read.ts';

/** The most kChat and Mattermost give in one page. */
const pageSize = 200;

type People = Pick<
  Chat,
  'teamByName' | 'user' | 'userByEmail' | 'userByName' | 'teamMembership' | 'roster' | 'administrators'
>;

/** The part of the Chat port that asks who is there. */
export function createPeople(client: KchatClient): People {
  return {
    async teamByName(name) {
      const team = await lookUp(() => read(teamAnswer, client.getTeamByName(name)));
      return team && { id: team.id, name: team.name, displayName: team.display_name };
    },

    async user(userId) {
      const user = await lookUp(() => read(userAnswer, client.getUser(userId)));
      return user && chatUser(user);
    },

    async userByEmail(email) {
      const user = await lookUp(() => read(userAnswer, client.getUserByEmail(email)));
      return user && chatUser(user);
    },

    async userByName(username) {
      const user = await lookUp(() => read(userAnswer, client.getUserByUsername(username)));
      return user && chatUser(user);
    },

    async teamMembership(teamId, userId) {
      const member = await lookUp(() => read(teamMemberAnswer, client.getTeamMember(teamId, userId)));
      if (!member || member.delete_at > 0) return undefined;
      return {
        isTeamAdmin: member.scheme_admin || member.roles.includes('team_admin'),
        isGuest: member.scheme_guest || member.roles.includes('team_guest'),
      };
    },

    roster: (teamId) => allUsers(client, { in_team: teamId }),

    async administrators(teamId) {
      // Which of the two a kChat administrator is, nobody has published: both count (kChat: section 7).
      const found = await Promise.all([
        usersWithRole(client, { in_team: teamId, team_roles: 'team_admin' }),
        usersWithRole(client, { in_team: teamId, roles: 'system_admin' }),
      ]);
      const byId = new Map(found.flat().map((user) => [user.id, user]));
      return [...byId.values()].filter((user) => !user.isBot && !user.isDeactivated);
    },
  };
}

/** A server that does not tell who has a role answers 4xx: nobody is known then. */
async function usersWithRole(client: KchatClient, query: Record<string, string>): Promise<ChatUser[]> {
  try {
    return await allUsers(client, query);
  } catch (error) {
    if (error instanceof RemoteRefusal && error.status < 500 && error.status !== 429) return [];
    throw error;
  }
}

/** All pages. A page that brings nobody new ends it as well, lest a server that ignores `page` keep us for ever. */
async function allUsers(client: KchatClient, query: Record<string, string>): Promise<ChatUser[]> {
  const byId = new Map<string, ChatUser>();
  for (let page = 0; ; page += 1) {
    const known = byId.size;
    const users = await read(usersAnswer, client.getProfiles(page, pageSize, query));
    for (const user of users) byId.set(user.id, chatUser(user));
    if (users.length < pageSize || byId.size === known) return [...byId.values()];
  }
}
