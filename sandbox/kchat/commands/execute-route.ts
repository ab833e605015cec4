import { z } from 'zod';
import { json, type Answer } from '../../http/answer.ts';
import type { Route } from '../../http/route.ts';
import type { World } from '../../world.ts';
import { invalidField, refusal } from '../dialect.ts';
import type { Channel, Command, Person } from '../documents.ts';
import { showPrivately } from '../ephemeral.ts';
import { newToken } from '../ids.ts';
import { route } from '../kchat-route.ts';
import { requireMembership } from '../rights.ts';
import { callCommand } from './call-command.ts';
import { commandForm } from './command-form.ts';
import { showReply } from './reply.ts';
import { newResponseHook } from './response-hook-route.ts';
import { builtInTriggers } from './triggers.ts';

/** Runs a slash command as the caller. Custom commands are tried before built-in ones. */
export function executeRoute(world: World): Route<Person> {
  return route({
    method: 'post',
    path: '/commands/execute',
    body: z.strictObject({ channel_id: z.string(), command: z.string().min(2).max(16_383) }),
    answer: ({ caller, body }) => {
      const channel = requireMembership(world.kchat, caller, body.channel_id);
      const [, typed = '', text = ''] = /^\/(\S+)\s?([\s\S]*)$/.exec(body.command) ?? [];
      if (typed === '') {
        throw invalidField('command', { en: 'A command starts with a slash.', fr: 'Commande invalide.' }, 400);
      }
      const trigger = typed.toLowerCase();
      const command = [...world.kchat.commands.values()].find((candidate) => candidate.trigger === trigger);
      return command ? runCustom(world, caller, channel, command, text) : runBuiltIn(world, caller, channel, trigger);
    },
  });
}

async function runCustom(
  world: World,
  caller: Person,
  channel: Channel,
  command: Command,
  text: string,
): Promise<Answer> {
  const triggerId = newToken();
  const hookId = newResponseHook(world, caller, channel, command);
  const form = commandForm(world, { caller, channel, command, text, triggerId, hookId });
  const reply = await callCommand(world, command, form);
  if (!reply) {
    throw refusal(500, {
      en: `Command with a trigger of '${command.trigger}' failed.`,
      fr: `La commande '${command.trigger}' a échoué.`,
    });
  }
  showReply(world, { caller, channel, command }, reply);
  return json({ ...reply, trigger_id: triggerId });
}

function runBuiltIn(world: World, caller: Person, channel: Channel, trigger: string): Answer {
  if (!builtInTriggers.has(trigger)) {
    throw refusal(404, {
      en: `Command with a trigger of '${trigger}' not found.`,
      fr: `La commande '${trigger}' est introuvable.`,
    });
  }
  const text =
    trigger === 'invite' ? 'Usage: /invite @user ~channel' : `/${trigger} is a command of the server itself.`;
  showPrivately(world, caller.id, channel.id, text, 'System');
  return json({ response_type: 'ephemeral', text, trigger_id: newToken() });
}
