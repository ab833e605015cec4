import { UserError } from '../errors.ts';
import { refusalFor } from '../invitations/caller.ts';
import { mistakeTexts } from '../texts/mistakes.ts';
import { code } from '../texts/plain.ts';
import type { Command, CommandContext, Registry } from './command.ts';
import { mayUse } from './permission.ts';
import type { Reply } from './reply.ts';
import { splitWords } from './split-words.ts';

/** What was asked for: a verb of the registry and the words after it. */
export interface Invocation {
  command: Command;
  words: string[];
}

/**
 * Finds the command that a line means. Without a verb, a line with an address is an invitation, and so is none at all.
 * @throws UserError for a word that is no verb, naming the nearest one.
 */
export function readInvocation(registry: Registry, text: string, trigger: string): Invocation {
  const words = splitWords(text);
  const [first = 'invite', ...rest] = words;
  const command = registry.find(first);
  if (command) return { command, words: rest };

  // An address is no verb, however near.
  const nearest = first.includes('@') ? undefined : registry.nearest(first);
  const hasAddress = words.some((word) => word.includes('@'));
  const looksLikeVerb = nearest !== undefined && first === first.toLowerCase();
  const invite = registry.find('invite');
  if (hasAddress && !looksLikeVerb && invite) return { command: invite, words };

  const facts = {
    nearest: nearest && code(`/${trigger} ${[nearest, ...rest].join(' ')}`),
    invite: `\`/${trigger} jane@acme.ch Jane Doe\``,
    help: `\`/${trigger} help\``,
  };
  throw new UserError((locale) => mistakeTexts[locale].unknownVerb(code(first), facts));
}

/**
 * Checks who calls, reads the words, runs the command.
 * @param text the whole line, which the invocation was read from.
 * @throws UserError or ZodError for a person's mistake.
 */
export async function dispatch(
  { command, words }: Invocation,
  text: string,
  context: Omit<CommandContext, 'text'>,
): Promise<Reply> {
  const afterVerb = text.trim().replace(/^\S+\s?/, '');
  const help = context.registry.find('help');
  if (text.trim() === '' && !mayUse('requester', context.caller, context.settings) && help)
    return help.run({ ...context, text: '' }, help.words.parse([]));
  if (!mayUse(command.permission, context.caller, context.settings)) {
    throw await refusalFor(context);
  }
  return command.run({ ...context, text: afterVerb }, command.words.parse(words));
}
