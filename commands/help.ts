import { z } from 'zod';
import { defineCommand, type Command } from '../src/command-line/command.ts';
import { helpOverview } from '../src/command-line/help-overview.ts';
import { reply } from '../src/command-line/reply.ts';
import type { Locale } from '../src/ports/provisioning.ts';
import { helpTexts } from '../src/texts/commands/help.ts';
import { code } from '../src/texts/plain.ts';
import { withColon } from '../src/texts/with-colon.ts';

export const help = defineCommand({
  verb: 'help',
  permission: 'everyone',
  texts: helpTexts,
  usage: 'help [verb]',
  examples: ['help', 'help invite'],
  words: z.array(z.string()).transform(([verb]) => ({ verb })),
  run(context, { verb }) {
    const { registry, locale, replyTo } = context;
    const command = verb === undefined ? undefined : registry.find(verb);
    if (command) return Promise.resolve(reply(...describe(command, replyTo.trigger, locale)));
    const unknown = verb !== undefined && helpTexts[locale].unknown(code(verb));
    return Promise.resolve(reply(unknown, ...helpOverview(context)));
  },
});

function describe({ usage, texts, examples }: Command, trigger: string, locale: Locale): string[] {
  const { summary, details = '' } = texts[locale];
  return [
    withColon(`**${summary}**`, `\`/${trigger} ${usage}\``, locale),
    details,
    `${helpTexts[locale].examples}\n${examples.map((example) => `- \`/${trigger} ${example}\``).join('\n')}`,
  ];
}
