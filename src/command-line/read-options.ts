import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { closest } from 'fastest-levenshtein';
import { UserError } from '../errors.ts';
import { mistakeTexts } from '../texts/mistakes.ts';
import type { MistakeTexts } from '../texts/mistakes/texts.ts';
import { code } from '../texts/plain.ts';

/**
 * Separates options from the other words.
 * @throws UserError for an option that does not exist, lacks its value, or has one it does not take.
 */
export function readOptions<Options extends ParseArgsOptionsConfig>(words: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    const names = Object.keys(options);
    throw new UserError((locale) => explain(error, names, mistakeTexts[locale]));
  }
}

function explain(error: unknown, names: readonly string[], texts: MistakeTexts): string {
  const { code: reason, message } = error as { code?: string; message?: string };
  const option = /--?[^\s'"=]+/.exec(message ?? '')?.[0] ?? 'option';
  const known = names.map((name) => `\`--${name}\``).join(', ');
  switch (reason) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return texts.unknownOption(code(option), {
        nearest: `\`--${closest(option.replace(/^-+/, ''), names)}\``,
        known,
      });
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return message?.includes('does not take')
        ? texts.optionTakesNoValue(code(option))
        : texts.optionNeedsValue(code(option));
    default:
      return texts.unreadableOptions(known);
  }
}
