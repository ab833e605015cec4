import { z } from 'zod';
import { defineCommand, type Command } from '../src/command-line/command.ts';
import { helpOverview } from '../src/command-line/help-overview.ts';
import { reply } from '../src/command-line/reply.ts';
import type { Locale } from '../src/ports/provisioning.ts';
import { helpTexts } from '../src/texts/commands/help.ts';

export const help = defineCommand({
  verb: 'help',
  permission: 'everyone',
  texts: helpTexts,
  usage: 'help [verb]',
  examples: ['help', 'help invite'],
  words: z.array(z.string()).transform(([verb]) => ({ verb })),
  run({ registry, locale, replyTo: { trigger } }, { verb }) {
    const command = verb === undefined ? undefined : registry.find(verb);
    return Promise.resolve(
      command
        ? reply(...describe(command, trigger, locale))
        : reply(...helpOverview(registry.commands, trigger, locale)),
    );
  },
});

function describe({ usage, texts, examples }: Command, trigger: string, locale: Locale): string[] {
  const { summary, details = '' } = texts[locale];
  return [
    `**${summary}**: \`/${trigger} ${usage}\``,
    details,
    `${helpTexts[locale].examples}\n${examples.map((example) => `- \`/${trigger} ${example}\``).join('\n')}`,
  ];
}
