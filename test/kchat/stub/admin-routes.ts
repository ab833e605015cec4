import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { StubProblem, route } from './router.ts';
import type { StubRoute } from './router.ts';
import type { World } from './world.ts';

const botProfile = z.strictObject({ username: z.string(), display_name: z.string(), description: z.string() });
/** kChat accepts these four fields at creation and no other. */
const newCommand = z.strictObject({
  team_id: z.string(),
  method: z.literal('P'),
  trigger: z.string(),
  url: z.string().startsWith('http'),
});

/** The routes that registration writes to. */
export function adminRoutes(world: World): StubRoute[] {
  const { bots, commands, users, tokens } = world;

  const botById = (id = ''): Record<string, unknown> => {
    const bot = bots.get(id);
    if (!bot) throw new StubProblem(404, 'store.sql_bot.get.missing.app_error', 'No such bot.');
    return bot;
  };
  const isTaken = (trigger: string): boolean =>
    world.builtIn.has(trigger) || [...commands.values()].some((command) => command.trigger === trigger);

  return [
    route('GET /bots', 200, ({ query }) =>
      [...bots.values()].filter((bot) => query.get('include_deleted') === 'true' || bot.delete_at === 0),
    ),
    route('POST /bots', 201, ({ body }) => {
      const profile = botProfile.parse(body);
      const user = world.addUser(profile.username, { is_bot: true });
      bots.set(user.id, { user_id: user.id, ...profile, delete_at: 0 });
      return bots.get(user.id);
    }),
    route('PUT /bots/*', 200, ({ params: [id], body }) => Object.assign(botById(id), botProfile.parse(body))),
    route('POST /bots/*/enable', 200, ({ params: [id] }) => Object.assign(botById(id), { delete_at: 0 })),
    route('POST /users/*/tokens', 200, ({ params: [id = ''] }) => {
      const token = randomBytes(20).toString('hex');
      tokens.set(token, id);
      return { id: world.dialect.newId(), token };
    }),
    route('PUT /users/*/roles', 200, ({ params: [id = ''], body }) => {
      Object.assign(users.get(id) ?? {}, body);
      return { status: 'OK' };
    }),
    route('POST /teams/*/members', 201, ({ params: [teamId = ''], body }) => {
      const { user_id: userId } = body as { user_id: string };
      world.join(teamId, userId);
      return world.members.get(`${teamId}/${userId}`);
    }),
    route('GET /commands', 200, ({ query }) =>
      [...commands.values()].filter((command) => command.team_id === query.get('team_id')),
    ),
    route('POST /commands', 201, ({ body }) => {
      const wanted = newCommand.parse(body);
      if (isTaken(wanted.trigger)) {
        throw new StubProblem(400, 'api.command.duplicate_trigger.app_error', 'This trigger word is already in use.');
      }
      const id = world.dialect.newId();
      const command = { id, token: randomBytes(13).toString('hex'), creator_id: 'someone', ...wanted };
      commands.set(id, command);
      return command;
    }),
    route('PUT /commands/*/regen_token', 200, ({ params: [id = ''] }) => {
      const token = randomBytes(13).toString('hex');
      Object.assign(commands.get(id) ?? {}, { token });
      return { token };
    }),
    route('PUT /commands/*', 200, ({ params: [id = ''], body }) => {
      const command = commands.get(id);
      const changed = body as Record<string, unknown>;
      // The whole object is wanted, so what is missing would be lost.
      if (!command || Object.keys(command).some((field) => !(field in changed))) {
        throw new StubProblem(400, 'api.command.update.app_error', 'The command is not whole.');
      }
      return Object.assign(command, changed);
    }),
  ];
}
