import { z } from 'zod';
import { json, type Answer } from '../../http/answer.ts';
import type { Route } from '../../http/route.ts';
import type { World } from '../../world.ts';
import { invalidField, refusal } from '../refusal.ts';
import type { Channel, Command, Person } from '../documents.ts';
import { newTrigger } from '../dialogs/trigger-id.ts';
import { showPrivately } from '../ephemeral.ts';
import { route } from '../kchat-route.ts';
import { requireMembership } from '../rights.ts';
import { callCommand } from './call-command.ts';
import { commandForm } from './command-form.ts';
import { showReply } from './reply.ts';
import { newResponseHook } from './response-hook-route.ts';

/** Runs a slash command as the caller. Custom commands are tried before built-in ones. */
export function executeRoute(world: World): Route<Person> {
  return route({
    method: 'post',
    path: '/commands/execute',
    body: z.strictObject({ channel_id: z.string(), command: z.string().min(2) }),
    answer: ({ caller, body }) => {
      const channel = requireMembership(world.kchat, caller, body.channel_id);
      const [, typed = '', text = ''] = /^\/(\S+)\s?([\s\S]*)$/.exec(body.command) ?? [];
      if (typed === '') {
        const words = { en: 'A command starts with a slash.', fr: 'Commande invalide.' };
        throw invalidField('command', { mattermostId: 'api.command.execute_command.start.app_error', ...words }, 400);
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
  const { clientId, triggerId } = newTrigger(world, caller.id);
  const hookId = newResponseHook(world, caller, channel, command);
  const form = commandForm(world, { caller, channel, command, text, triggerId, hookId });
  const reply = await callCommand(world, command, form);
  if (!reply) {
    throw refusal(500, {
      mattermostId: 'api.command.execute_command.failed.app_error',
      en: `Command with a trigger of '${command.trigger}' failed.`,
      fr: `La commande '${command.trigger}' a échoué.`,
    });
  }
  const attachments = showReply(world, { caller, channel, command }, reply);
  return json({ ...reply, ...(attachments.length > 0 && { attachments }), trigger_id: clientId });
}

function runBuiltIn(world: World, caller: Person, channel: Channel, trigger: string): Answer {
  if (!world.kchat.flavor.builtInTriggers.has(trigger)) {
    throw refusal(404, {
      mattermostId: 'api.command.execute_command.not_found.app_error',
      en: `Command with a trigger of '${trigger}' not found.`,
      fr: `La commande '${trigger}' est introuvable.`,
    });
  }
  const text =
    trigger === 'invite' ? 'Usage: /invite @user ~channel' : `/${trigger} is a command of the server itself.`;
  showPrivately(world, { userId: caller.id, channelId: channel.id, message: text, from: 'System' });
  return json({ response_type: 'ephemeral', text, trigger_id: newTrigger(world, caller.id).clientId });
}
