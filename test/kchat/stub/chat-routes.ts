import { StubProblem, route } from './router.ts';
import type { StubRoute } from './router.ts';
import type { World } from './world.ts';

function absent(what: string): StubProblem {
  return new StubProblem(404, `app.${what}.missing.app_error`, `Unable to find the existing ${what}.`);
}

/** The routes that the Chat port uses, as strict as the two servers. */
export function chatRoutes(world: World): StubRoute[] {
  const { users, members, channels, dialect, team } = world;

  const knownId = (id: string): string => {
    if (dialect.isId(id)) return id;
    throw new StubProblem(
      400,
      'api.context.invalid_url_param.app_error',
      'Invalid or missing id parameter in request URL.',
    );
  };
  const found = <Value>(what: string, value: Value | undefined): Value => {
    if (value === undefined) throw absent(what);
    return value;
  };
  const userById = (id: string) => found('user', users.get(knownId(id)));

  const listUsers = (query: URLSearchParams) => {
    const page = Number(query.get('page'));
    const perPage = Number(query.get('per_page'));
    if (perPage > 200) throw new StubProblem(400, 'api.context.invalid_url_param.app_error', 'per_page is above 200.');
    const teamRole = query.get('team_roles');
    const role = query.get('roles');
    const listed = [...users.values()].filter((user) => {
      const member = members.get(`${query.get('in_team') ?? ''}/${user.id}`);
      if (!member) return false;
      if (teamRole !== null && !(member.roles as string).split(' ').includes(teamRole)) return false;
      return role === null || user.roles.split(' ').includes(role);
    });
    return listed.slice(page * perPage, (page + 1) * perPage);
  };

  return [
    route('GET /users/me', 200, ({ userId }) => users.get(userId)),
    route('GET /users', 200, ({ query }) => listUsers(query)),
    route('GET /users/*', 200, ({ params: [id = ''] }) => userById(id)),
    route('GET /users/email/*', 200, ({ params: [email] }) =>
      found(
        'user',
        [...users.values()].find((user) => user.email === email),
      ),
    ),
    route('GET /users/username/*', 200, ({ params: [username] }) =>
      found(
        'user',
        [...users.values()].find((user) => user.username === username),
      ),
    ),
    route('GET /teams/name/*', 200, ({ params: [name] }) => found('team', name === team.name ? team : undefined)),
    route('GET /teams/*/members/*', 200, ({ params: [teamId = '', id = ''] }) =>
      found('member', members.get(`${knownId(teamId)}/${knownId(id)}`)),
    ),
    route('GET /channels/*', 200, ({ params: [id = ''] }) => found('channel', channels.get(knownId(id)))),
    route('GET /teams/*/channels/name/*', 200, ({ params: [, name] }) =>
      found(
        'channel',
        [...channels.values()].find((channel) => channel.name === name),
      ),
    ),
    route('GET /channels/*/members/*', 200, ({ params: [id = '', userId = ''] }) =>
      found('member', members.get(`${knownId(id)}/${knownId(userId)}`)),
    ),
    route('POST /channels/*/members', 201, ({ params: [id = ''], body }) => {
      const { user_id: userId } = body as { user_id: string };
      if (members.has(`${id}/${userId}`) && dialect.name === 'kChat')
        throw new StubProblem(422, '', 'Already a member.');
      world.join(id, userById(userId).id);
      return members.get(`${id}/${userId}`);
    }),
    route('POST /channels/direct', 201, ({ body, userId }) => {
      const ids = body as string[];
      if (ids.length !== 2 || ids[0] !== userId) throw new StubProblem(403, 'api.context.permissions.app_error', 'No.');
      const name = ids
        .map((id) => userById(id).id)
        .sort()
        .join('__');
      const existing = [...channels.values()].find((channel) => channel.name === name);
      return existing ?? world.addChannel(name, { type: 'D', team_id: '' });
    }),
  ];
}
