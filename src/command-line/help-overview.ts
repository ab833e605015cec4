import { helpTexts } from '../texts/commands/help.ts';
import type { CommandContext } from './command.ts';
import { mayUse } from './permission.ts';

/** The verbs that are of use to the caller, at a glance: one screen. */
export function helpOverview({ registry, caller, settings, locale, replyTo: { trigger } }: CommandContext): string[] {
  const { title, columns, more, asks } = helpTexts[locale];
  const mayAsk = mayUse('requester', caller, settings);
  const usable = registry.commands.filter(({ permission }) => mayUse(permission, caller, settings));
  // Whoever may do nothing sees what an administrator could do for them.
  const shown = mayAsk ? usable : registry.commands;
  const tellMore = mayAsk && !caller.mayInvite ? asks : more;
  return [
    title,
    [
      `| ${columns.join(' | ')} |`,
      '| --- | --- |',
      ...shown.map(
        ({ usage, texts }) => `| \`/${trigger} ${usage.replaceAll('|', '\\|')}\` | ${texts[locale].summary} |`,
      ),
    ].join('\n'),
    tellMore(`\`/${trigger} help invite\``),
  ];
}
