import { z } from 'zod';
import type { Provisioning } from '../ports/provisioning.ts';
import type { Api } from './api.ts';
import { pagesOf } from './pages.ts';

const workTeamSchema = z.object({ id: z.number().int(), name: z.string() });

/** The work teams (in newer words: groups) of one organization. */
export function createWorkTeams(api: Api, account: number): Pick<Provisioning, 'workTeamByName'> {
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
  };
}
