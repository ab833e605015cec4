import { z } from 'zod';
import { defineCommand, type Command } from '../src/command-line/command.ts';
import { reply } from '../src/command-line/reply.ts';

export const help = defineCommand({
  verb: 'help',
  permission: 'everyone',
  summary: 'Show this help, or all about one verb',
  usage: 'help [verb]',
  examples: ['help', 'help invite'],
  words: z.array(z.string()).transform(([verb]) => ({ verb })),
  run({ registry, replyTo: { trigger } }, { verb }) {
    const command = verb === undefined ? undefined : registry.find(verb);
    return Promise.resolve(
      command ? reply(...describe(command, trigger)) : reply(...overview(registry.commands, trigger)),
    );
  },
});

function overview(commands: readonly Command[], trigger: string): string[] {
  return [
    '**Invite people to this kSuite and know when they are here.** One line does it; the newcomer is welcomed, the channels and you are told.',
    [
      '| Type | to |',
      '| --- | --- |',
      ...commands.map(({ usage, summary }) => `| \`/${trigger} ${usage.replaceAll('|', '\\|')}\` | ${summary} |`),
    ].join('\n'),
    `More about one of them: \`/${trigger} help invite\`. Only kChat administrators may invite; answers are shown to you alone.`,
  ];
}

function describe({ usage, summary, details, examples }: Command, trigger: string): string[] {
  return [
    `**${summary}**: \`/${trigger} ${usage}\``,
    details ?? '',
    `For example:\n${examples.map((example) => `- \`/${trigger} ${example}\``).join('\n')}`,
  ];
}
