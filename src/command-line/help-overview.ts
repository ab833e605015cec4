import type { Locale } from '../ports/provisioning.ts';
import { helpTexts } from '../texts/commands/help.ts';
import type { Command } from './command.ts';

/** All verbs at a glance: one screen. */
export function helpOverview(commands: readonly Command[], trigger: string, locale: Locale): string[] {
  const { title, columns, more } = helpTexts[locale];
  return [
    title,
    [
      `| ${columns.join(' | ')} |`,
      '| --- | --- |',
      ...commands.map(
        ({ usage, texts }) => `| \`/${trigger} ${usage.replaceAll('|', '\\|')}\` | ${texts[locale].summary} |`,
      ),
    ].join('\n'),
    more(`\`/${trigger} help invite\``),
  ];
}
