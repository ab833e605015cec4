import { z } from 'zod';
import { json } from '../../http/answer.ts';
import type { Route } from '../../http/route.ts';
import type { World } from '../../world.ts';
import { invalidField, notFound } from '../refusal.ts';
import type { Command, Person } from '../documents.ts';
import { route } from '../kchat-route.ts';
import { flag } from '../paging.ts';
import { requireCommandManager, requireTeam } from '../rights.ts';

const trigger = z
  .string()
  .min(1)
  .max(128)
  .regex(/^[^\s/]\S*$/);
const url = z.url({ protocol: /^https?$/ }).max(1024);

const wholeCommand = z.strictObject({
  id: z.string(),
  token: z.string(),
  create_at: z.number(),
  update_at: z.number(),
  delete_at: z.number(),
  creator_id: z.string(),
  team_id: z.string(),
  trigger,
  method: z.enum(['P', 'G']),
  username: z.string().max(64),
  icon_url: z.string(),
  auto_complete: z.boolean(),
  auto_complete_desc: z.string().max(128),
  auto_complete_hint: z.string().max(1024),
  display_name: z.string().max(64),
  description: z.string().max(128),
  url,
});

/** Managing slash commands; limits from kChat's form, reference/kchat.md section 4. */
export function commandRoutes(world: World): Route<Person>[] {
  const state = world.kchat;
  const { alsoTakes, builtInTriggers, ids } = state.flavor;
  const manager = (caller: Person, id: string): Command => {
    requireCommandManager(state, caller);
    const command = state.commands.get(id);
    if (!command) throw notFound('command');
    return command;
  };

  return [
    route({
      method: 'get',
      path: '/commands',
      query: z.strictObject({ team_id: z.string().optional(), custom_only: flag.optional() }),
      answer: ({ caller, query }) => {
        if (query.team_id !== undefined) requireTeam(state, caller, query.team_id);
        requireCommandManager(state, caller);
        const custom = [...state.commands.values()];
        return json(query.custom_only === true ? custom : [...custom, ...builtIns()]);
      },
    }),
    route({
      method: 'post',
      path: '/commands',
      body: z.strictObject({ ...alsoTakes.command, team_id: z.string(), method: z.enum(['P', 'G']), trigger, url }),
      answer: ({ caller, body }) => {
        requireTeam(state, caller, body.team_id);
        requireCommandManager(state, caller);
        requireFree(body.trigger);
        const at = world.now();
        const command: Command = {
          ...blank,
          ...body,
          trigger: body.trigger.toLowerCase(),
          id: ids.newId(),
          token: ids.newToken(),
          creator_id: caller.id,
          create_at: at,
          update_at: at,
        };
        state.commands.set(command.id, command);
        return json(command, 201);
      },
    }),
    route({
      method: 'get',
      path: '/commands/:command_id',
      answer: ({ caller, param }) => json(manager(caller, param('command_id'))),
    }),
    route({
      method: 'put',
      path: '/commands/:command_id',
      body: wholeCommand,
      answer: ({ caller, param, body }) => {
        const command = manager(caller, param('command_id'));
        if (body.id !== command.id) throw notFound('command');
        if (body.trigger !== command.trigger) requireFree(body.trigger);
        const { id, token, team_id, creator_id, create_at, delete_at } = command;
        Object.assign(command, body, { id, token, team_id, creator_id, create_at, delete_at, update_at: world.now() });
        return json(command);
      },
    }),
    route({
      method: 'put',
      path: '/commands/:command_id/regen_token',
      answer: ({ caller, param }) => {
        const command = manager(caller, param('command_id'));
        command.token = ids.newToken();
        return json({ token: command.token });
      },
    }),
    route({
      method: 'delete',
      path: '/commands/:command_id',
      answer: ({ caller, param }) => {
        state.commands.delete(manager(caller, param('command_id')).id);
        return json({ status: 'OK' });
      },
    }),
    route({
      method: 'get',
      path: '/teams/:team_id/commands/autocomplete',
      answer: ({ caller, param }) => {
        requireTeam(state, caller, param('team_id'));
        const offered = [...state.commands.values()].filter((command) => command.auto_complete);
        return json(offered.map((command) => ({ ...command, token: '' })));
      },
    }),
  ];

  /** kChat: status 400, and no error id that could be relied on. @throws ChatRefusal 400 */
  function requireFree(word: string): void {
    const used = [...state.commands.values()].some((command) => command.trigger === word.toLowerCase());
    if (!used && !builtInTriggers.has(word.toLowerCase())) return;
    throw invalidField(
      'trigger',
      {
        mattermostId: 'api.command.duplicate_trigger.app_error',
        en: 'This trigger word is already in use. Please choose another word.',
        fr: 'Ce mot déclencheur est déjà utilisé.',
      },
      400,
    );
  }

  function builtIns(): Command[] {
    return [...builtInTriggers].map((word) => ({
      ...blank,
      trigger: word,
      auto_complete: true,
      team_id: state.team.id,
    }));
  }
}

const blank: Command = {
  id: '',
  token: '',
  team_id: '',
  creator_id: '',
  trigger: '',
  method: 'P',
  url: '',
  username: '',
  icon_url: '',
  auto_complete: false,
  auto_complete_desc: '',
  auto_complete_hint: '',
  display_name: '',
  description: '',
  create_at: 0,
  update_at: 0,
  delete_at: 0,
};
