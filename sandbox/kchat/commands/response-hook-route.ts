import { z } from 'zod';
import type { Route } from '../../http/route.ts';
import type { World } from '../../world.ts';
import { notFound, refusal } from '../refusal.ts';
import type { Channel, Command, Person } from '../documents.ts';
import { openRoute } from '../kchat-route.ts';
import { readReply, showReply } from './reply.ts';

const maximumUses = 5;
/** Milliseconds. */
const lifetime = 30 * 60_000;

/** Makes the address at which a command may be answered late. */
export function newResponseHook(world: World, caller: Person, channel: Channel, command: Command): string {
  const id = world.kchat.flavor.ids.newId();
  world.kchat.responseHooks.set(id, {
    user_id: caller.id,
    channel_id: channel.id,
    command,
    uses: 0,
    expires_at: world.now() + lifetime,
  });
  return id;
}

/** Late answers: no token, five times within half an hour, then 400; reference/mattermost-observed.md. */
export function responseHookRoute(world: World): Route<Person> {
  return openRoute({
    method: 'post',
    path: '/commands/:hook_id',
    body: z.unknown(),
    answer: ({ param, body }) => {
      const { people, channels, responseHooks } = world.kchat;
      const hook = responseHooks.get(param('hook_id'));
      if (!hook) throw notFound('responseHook');
      const caller = people.get(hook.user_id);
      const channel = channels.get(hook.channel_id);
      if (!caller || !channel || hook.uses >= maximumUses || world.now() > hook.expires_at) {
        throw refusal(400, {
          mattermostId: 'app.command_webhook.try_use.invalid',
          en: 'This response URL is used up.',
          fr: "Cette adresse de réponse n'est plus valable.",
        });
      }
      hook.uses += 1;
      showReply(world, { caller, channel, command: hook.command }, read(hook.command, body));
      return { status: 200, text: 'ok' };
    },
  });

  function read(command: Command, body: unknown) {
    try {
      return readReply(world, command, body);
    } catch {
      throw refusal(400, { en: 'Unreadable reply.', fr: 'Réponse illisible.' });
    }
  }
}
