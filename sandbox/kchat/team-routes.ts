import { z } from 'zod';
import { json } from '../http/answer.ts';
import type { Route } from '../http/route.ts';
import type { World } from '../world.ts';
import { forbidden, notFound } from './refusal.ts';
import type { Person } from './documents.ts';
import { joinTeam } from './joining.ts';
import { leaveTeam } from './leaving.ts';
import { route } from './kchat-route.ts';
import { pageOf, pagingQuery } from './paging.ts';
import {
  hasRole,
  isSystemAdmin,
  isTeamMember,
  requireCommandManager,
  requirePerson,
  requireTeam,
  requireTeamMember,
} from './rights.ts';

const memberBody = z.strictObject({ team_id: z.string(), user_id: z.string() });

/** kChat: one server holds one team; reference/kchat.md section 7. */
export function teamRoutes(world: World): Route<Person>[] {
  const state = world.kchat;
  const { flavor } = state;
  const members = () => [...state.teamMembers.values()].filter((member) => member.delete_at === 0);
  const add = (caller: Person, teamId: string, body: z.output<typeof memberBody>) => {
    if (body.team_id !== teamId || teamId !== state.team.id) throw notFound('team');
    requireCommandManager(state, caller);
    return joinTeam(world, requirePerson(state, body.user_id, caller), caller);
  };

  const removal = route({
    method: 'delete',
    path: '/teams/:team_id/members/:user_id',
    answer: ({ caller, param }) => {
      requireTeam(state, caller, param('team_id'));
      const person = requirePerson(state, param('user_id'), caller);
      requireTeamMember(state, person.id);
      if (person.id !== caller.id) requireCommandManager(state, caller);
      leaveTeam(world, person, caller);
      return json({ status: 'OK' });
    },
  });

  return [
    route({
      method: 'get',
      path: '/teams/name/:name',
      answer: ({ caller, param }) => {
        requireTeam(state, caller, param('name') === state.team.name ? state.team.id : '');
        return json(flavor.team(state.team));
      },
    }),
    route({
      method: 'get',
      path: '/teams/:team_id',
      answer: ({ caller, param }) => {
        requireTeam(state, caller, param('team_id'));
        return json(flavor.team(state.team));
      },
    }),
    route({
      method: 'get',
      path: '/teams/:team_id/stats',
      answer: ({ caller, param }) => {
        requireTeam(state, caller, param('team_id'));
        const active = members().filter((member) => state.people.get(member.user_id)?.delete_at === 0);
        return json({
          team_id: state.team.id,
          total_member_count: members().length,
          active_member_count: active.length,
        });
      },
    }),
    route({
      method: 'get',
      path: '/teams/:team_id/members',
      query: z.strictObject(pagingQuery),
      answer: ({ caller, param, query }) => {
        requireTeam(state, caller, param('team_id'));
        return json(pageOf(members(), query));
      },
    }),
    route({
      method: 'post',
      path: '/teams/:team_id/members/ids',
      body: z.array(z.string()).min(1),
      answer: ({ caller, param, body }) => {
        requireTeam(state, caller, param('team_id'));
        return json(members().filter((member) => body.includes(member.user_id)));
      },
    }),
    // The next two are not published; kChat's web app calls them; reference/kchat.md sections 5 and 6.
    route({
      method: 'post',
      path: '/teams/:team_id/members',
      body: memberBody,
      answer: ({ caller, param, body }) => json(add(caller, param('team_id'), body), 201),
    }),
    route({
      method: 'post',
      path: '/teams/:team_id/members/batch',
      query: z.strictObject({ graceful: z.enum(['true', 'false']).optional() }),
      body: z.array(memberBody).min(1),
      answer: ({ caller, param, body }) =>
        json(
          body.map((one) => add(caller, param('team_id'), one)),
          201,
        ),
    }),
    route({
      method: 'get',
      path: '/teams/:team_id/members/:user_id',
      answer: ({ caller, param }) => {
        requireTeam(state, caller, param('team_id'));
        return json(requireTeamMember(state, requirePerson(state, param('user_id'), caller).id));
      },
    }),
    route({
      method: 'put',
      path: '/teams/:team_id/members/:user_id/roles',
      body: z.strictObject({ roles: z.string().min(1) }),
      answer: ({ caller, param, body }) => {
        requireTeam(state, caller, param('team_id'));
        requireCommandManager(state, caller);
        const member = requireTeamMember(state, param('user_id'));
        member.roles = body.roles;
        member.scheme_admin = hasRole(body.roles, 'team_admin');
        world.happenings.notify({ kind: 'team roles changed', member });
        return json({ status: 'OK' });
      },
    }),
    ...(flavor.removesFromTeam ? [removal] : []),
    route({
      method: 'get',
      path: '/users/:user_id/teams',
      answer: ({ caller, param }) => {
        const person = requirePerson(state, param('user_id'), caller);
        if (person.id !== caller.id && !isSystemAdmin(caller)) throw forbidden();
        return json(isTeamMember(state, person.id) ? [flavor.team(state.team)] : []);
      },
    }),
  ];
}
