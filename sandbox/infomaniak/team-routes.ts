import { z } from 'zod';
import type { Route } from '../http/route.ts';
import type { World } from '../world.ts';
import { requireAccount } from './account-routes.ts';
import { invalidField, notFound, route, success, type ApiClient } from './dialect.ts';
import { shortTeams, teamDocument } from './documents.ts';
import { listAnswer, listingQuery } from './listing.ts';
import type { Member, WorkTeam } from './state.ts';

const ids = z.array(z.coerce.number().int());
const userIds = z.strictObject({ user_ids: z.array(z.int()).min(1) });
const name = z.string().min(1).max(128);
const settings = {
  owned_by_id: z.int().optional(),
  permissions: z.strictObject({ services: z.array(z.int()) }).optional(),
};

/** Work teams, called groups in newer labels; reference/infomaniak-api.md section 4.4. */
export function teamRoutes(world: World): Route<ApiClient>[] {
  const { provider } = world;
  const base = '/1/accounts/:account/teams';
  const one = `${base}/:team`;
  const find = (param: (key: string) => string): WorkTeam => {
    requireAccount(world, param('account'));
    const team = provider.teams.find(({ id }) => id === Number(param('team')));
    if (!team) throw notFound();
    return team;
  };
  const people = (wanted: readonly number[]): Member[] => {
    const found = provider.members.filter((member) => wanted.includes(member.user_id));
    if (found.length !== new Set(wanted).size) throw invalidField('user_ids', 'exists');
    return found;
  };

  return [
    route({
      method: 'get',
      path: base,
      query: z.strictObject({
        ...listingQuery(['name', 'created_at', 'user_count', 'product_count']),
        with: z.string().optional(),
        search: z.string().optional(),
        filter: z.strictObject({ team_ids: ids.optional(), owned_by_ids: ids.optional() }).optional(),
      }),
      answer: ({ param, query }) => {
        requireAccount(world, param('account'));
        const { team_ids: wanted, owned_by_ids: owners } = query.filter ?? {};
        const found = provider.teams.filter(
          (team) =>
            team.name.toLowerCase().includes((query.search ?? '').toLowerCase()) &&
            (wanted?.includes(team.id) ?? true) &&
            (owners?.includes(team.owned_by_id) ?? true),
        );
        return listAnswer(
          found.map((team) => teamDocument(world, team)),
          query,
        );
      },
    }),
    route({
      method: 'post',
      path: base,
      body: z.strictObject({ name, ...settings }),
      answer: ({ param, body }) => {
        requireAccount(world, param('account'));
        const at = world.now();
        const creator = provider.members[0]?.user_id ?? 0;
        const owned_by_id = body.owned_by_id ?? creator;
        const id = provider.nextId++;
        const team = { id, name: body.name, owned_by_id, created_by_id: creator, created_at: at, updated_at: at };
        provider.teams.push(team);
        return success(teamDocument(world, team), 201);
      },
    }),
    route({
      method: 'get',
      path: one,
      query: z.strictObject({ with: z.string().optional() }),
      answer: ({ param }) => success(teamDocument(world, find(param))),
    }),
    route({
      method: 'patch',
      path: one,
      body: z.strictObject({ name: name.optional(), ...settings }),
      answer: ({ param, body }) => {
        const team = find(param);
        team.name = body.name ?? team.name;
        team.owned_by_id = body.owned_by_id ?? team.owned_by_id;
        team.updated_at = world.now();
        return success(teamDocument(world, team));
      },
    }),
    route({
      method: 'delete',
      path: one,
      answer: ({ param }) => {
        provider.teams.splice(provider.teams.indexOf(find(param)), 1);
        return success(true);
      },
    }),
    route({
      method: 'get',
      path: `${one}/users`,
      query: z.strictObject({ ...listingQuery(['display_name', 'last_login_at']), search: z.string().optional() }),
      answer: ({ param, query }) => {
        const team = find(param);
        const inside = provider.members.filter((member) => member.team_ids.includes(team.id)).map(teamUser);
        const term = (query.search ?? '').toLowerCase();
        return listAnswer(
          inside.filter((user) => `${user.display_name} ${user.email}`.toLowerCase().includes(term)),
          query,
        );
      },
    }),
    route({
      method: 'post',
      path: `${one}/users`,
      body: userIds,
      answer: ({ param, body }) => {
        const team = find(param);
        for (const member of people(body.user_ids)) member.team_ids = [...new Set([...member.team_ids, team.id])];
        return success(true, 201);
      },
    }),
    route({
      method: 'delete',
      path: `${one}/users`,
      body: userIds,
      answer: ({ param, body }) => {
        const team = find(param);
        for (const member of people(body.user_ids)) member.team_ids = member.team_ids.filter((id) => id !== team.id);
        return success(true);
      },
    }),
  ];

  function teamUser({ user_id: id, first_name, last_name, email, team_ids }: Member) {
    const display_name = `${first_name} ${last_name}`;
    const teams = shortTeams(world, team_ids);
    return { id, display_name, first_name, last_name, email, is_sso: false, last_login_at: null, teams };
  }
}
