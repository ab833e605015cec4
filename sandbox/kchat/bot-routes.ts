import { z } from 'zod';
import { json } from '../http/answer.ts';
import type { Route } from '../http/route.ts';
import type { World } from '../world.ts';
import { invalidField, notFound } from './refusal.ts';
import type { Bot, Person } from './documents.ts';
import { route } from './kchat-route.ts';
import { flag, pageOf, pagingQuery } from './paging.ts';
import { addPerson, personByUsername } from './people.ts';
import { requireSystemAdmin } from './rights.ts';

const profile = z.strictObject({
  // kChat's web form: 3-22 characters, first a letter, no period at the end; reference/kchat.md section 1.
  username: z
    .string()
    .min(3)
    .max(22)
    .regex(/^[a-z][a-z0-9._-]*$/)
    .regex(/[^.]$/),
  display_name: z.string().max(64).optional(),
  description: z.string().max(1024).optional(),
});

/** Bot accounts. All of it takes `manage_bots`, which administrators of the server hold. */
export function botRoutes(world: World): Route<Person>[] {
  const state = world.kchat;
  const bot = (id: string): Bot => {
    const found = state.bots.get(id);
    if (!found) throw notFound('bot');
    return found;
  };
  const setDeleted = (caller: Person, id: string, at: number): Bot => {
    requireSystemAdmin(caller);
    const changed = Object.assign(bot(id), { delete_at: at, update_at: world.now() });
    changePerson(id, { delete_at: at });
    return changed;
  };

  return [
    route({
      method: 'post',
      path: '/bots',
      body: profile,
      answer: ({ caller, body }) => {
        requireSystemAdmin(caller);
        requireFree(body.username);
        return json(addBot(world, caller.id, body), 201);
      },
    }),
    route({
      method: 'get',
      path: '/bots',
      query: z.strictObject({ ...pagingQuery, include_deleted: flag.optional(), only_orphaned: flag.optional() }),
      answer: ({ caller, query }) => {
        requireSystemAdmin(caller);
        const bots = [...state.bots.values()].filter((one) => query.include_deleted === true || one.delete_at === 0);
        return json(pageOf(query.only_orphaned === true ? [] : bots, query));
      },
    }),
    route({
      method: 'get',
      path: '/bots/:bot_user_id',
      query: z.strictObject({ include_deleted: flag.optional() }),
      answer: ({ caller, param }) => {
        requireSystemAdmin(caller);
        return json(bot(param('bot_user_id')));
      },
    }),
    route({
      method: 'put',
      path: '/bots/:bot_user_id',
      body: profile,
      answer: ({ caller, param, body }) => {
        requireSystemAdmin(caller);
        const changed = bot(param('bot_user_id'));
        if (body.username !== changed.username) requireFree(body.username);
        Object.assign(changed, { ...body, update_at: world.now() });
        changePerson(changed.user_id, { username: changed.username, first_name: changed.display_name });
        return json(changed);
      },
    }),
    route({
      method: 'post',
      path: '/bots/:bot_user_id/disable',
      answer: ({ caller, param }) => json(setDeleted(caller, param('bot_user_id'), world.now())),
    }),
    route({
      method: 'post',
      path: '/bots/:bot_user_id/enable',
      answer: ({ caller, param }) => json(setDeleted(caller, param('bot_user_id'), 0)),
    }),
  ];

  function changePerson(id: string, change: Partial<Person>): void {
    const person = state.people.get(id);
    if (!person) return;
    Object.assign(person, change, { update_at: world.now() });
    world.happenings.notify({ kind: 'account changed', person });
  }

  /** @throws ChatRefusal 422 */
  function requireFree(username: string): void {
    if (!personByUsername(world, username)) return;
    throw invalidField('username', {
      mattermostId: 'app.user.save.username_exists.app_error',
      en: 'The username is already taken.',
      fr: 'Ce nom est déjà utilisé.',
    });
  }
}

/** Adds a bot account, as the form in kChat's Integrations does; it has member rank until somebody gives it more. */
export function addBot(world: World, ownerId: string, profileOfBot: z.output<typeof profile>): Bot {
  const { username, display_name: displayName = '', description = '' } = profileOfBot;
  const person = addPerson(world, {
    userId: 900_000 + world.kchat.bots.size,
    firstName: displayName,
    lastName: '',
    email: `${username}@localhost`,
    locale: 'fr',
    username,
    isBot: true,
    botDescription: description,
  });
  const at = world.now();
  const bot: Bot = {
    user_id: person.id,
    username,
    display_name: displayName,
    description,
    owner_id: ownerId,
    create_at: at,
    update_at: at,
    delete_at: 0,
  };
  world.kchat.bots.set(bot.user_id, bot);
  return bot;
}
