import { z } from 'zod';
import { json } from '../http/answer.ts';
import type { Route } from '../http/route.ts';
import type { World } from '../world.ts';
import { notFound } from './refusal.ts';
import type { Person } from './documents.ts';
import { route } from './kchat-route.ts';
import { pageOf } from './paging.ts';
import { personByEmail, personByUsername } from './people.ts';
import { hasRole, isTeamMember, requirePerson, requireSystemAdmin } from './rights.ts';
import { listUsers, userListQuery } from './user-list.ts';

/** kChat: people of one server, all visible to its members; guests see the same here. */
export function userRoutes(world: World): Route<Person>[] {
  const state = world.kchat;
  const { ids, person: document, me } = state.flavor;
  const known = (person: Person | undefined): Person => {
    if (!person) throw notFound('user');
    return person;
  };

  return [
    route({
      method: 'get',
      path: '/users',
      query: userListQuery,
      answer: ({ query }) => json(pageOf(listUsers(state, query), query).map(document)),
    }),
    route({
      method: 'get',
      path: '/users/me',
      answer: ({ caller }) => json(me(caller, isTeamMember(state, caller.id) ? state.team.id : undefined)),
    }),
    route({
      method: 'post',
      path: '/users/ids',
      query: z.strictObject({ since: z.coerce.number().optional() }),
      body: z.array(z.string()).min(1).max(100),
      answer: ({ body }) => json(body.flatMap((id) => state.people.get(id) ?? []).map(document)),
    }),
    route({
      method: 'post',
      path: '/users/usernames',
      body: z.array(z.string()).min(1).max(100),
      answer: ({ body }) => json(body.flatMap((name) => personByUsername(world, name) ?? []).map(document)),
    }),
    route({
      method: 'get',
      path: '/users/username/:username',
      answer: ({ param }) => json(document(known(personByUsername(world, param('username'))))),
    }),
    route({
      method: 'get',
      path: '/users/email/:email',
      answer: ({ param }) => json(document(known(personByEmail(world, param('email'))))),
    }),
    route({
      method: 'get',
      path: '/users/:user_id',
      answer: ({ caller, param }) => json(document(requirePerson(state, param('user_id'), caller))),
    }),
    route({
      method: 'put',
      path: '/users/:user_id/roles',
      body: z.strictObject({ roles: z.string().min(1) }),
      answer: ({ caller, param, body }) => {
        requireSystemAdmin(caller);
        const person = requirePerson(state, param('user_id'), caller);
        person.roles = body.roles;
        person.update_at = world.now();
        world.happenings.notify({ kind: 'roles changed', person });
        return json({ status: 'OK' });
      },
    }),
    // Of all that can be patched, only the language means something here.
    route({
      method: 'put',
      path: '/users/:user_id/patch',
      body: z.strictObject({ locale: z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/) }),
      answer: ({ caller, param, body }) => {
        const person = requirePerson(state, param('user_id'), caller);
        if (person.id !== caller.id) requireSystemAdmin(caller);
        person.locale = body.locale;
        person.update_at = world.now();
        world.happenings.notify({ kind: 'account changed', person });
        return json(document(person));
      },
    }),
    // Not published, but kChat's own web app creates a bot's token this way; reference/kchat.md section 1.
    route({
      method: 'post',
      path: '/users/:user_id/tokens',
      body: z.strictObject({ description: z.string().min(1).max(255) }),
      answer: ({ caller, param, body }) => {
        const person = requirePerson(state, param('user_id'), caller);
        if (person.id !== caller.id || hasRole(caller.roles, 'system_guest')) requireSystemAdmin(caller);
        const token = ids.newToken();
        state.tokens.set(token, person.id);
        return json({ id: ids.newId(), token, user_id: person.id, description: body.description, is_active: true });
      },
    }),
  ];
}
