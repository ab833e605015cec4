import { z } from 'zod';
import type { Provisioning } from '../ports/provisioning.ts';
import type { Api } from './api.ts';
import { pagesOf } from './pages.ts';

const workTeamSchema = z.object({ id: z.number().int(), name: z.string() });

const memberSchema = z.object({ id: z.number().int(), email: z.string(), display_name: z.string() });

/** The work teams (in newer words: groups) of one organization. */
export function createWorkTeams(api: Api, account: number): Pick<Provisioning, 'workTeamByName' | 'workTeamMembers'> {
  return {
    async workTeamByName(name) {
      const request = {
        method: 'GET',
        route: '/1/accounts/{account}/teams',
        ids: { account },
        query: { search: name },
        priority: 'interactive',
      } as const;
      for await (const teams of pagesOf(api, request, workTeamSchema)) {
        const team = teams.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
        if (team) return team;
      }
      return undefined;
    },

    async workTeamMembers(team) {
      const request = {
        method: 'GET',
        route: '/1/accounts/{account}/teams/{team}/users',
        ids: { account, team },
        priority: 'background',
      } as const;
      const members = [];
      for await (const people of pagesOf(api, request, memberSchema)) {
        members.push(...people.map(({ id, email, display_name }) => ({ userId: id, email, name: display_name })));
      }
      return members;
    },
  };
}
