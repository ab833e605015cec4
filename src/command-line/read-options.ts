import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { closest } from 'fastest-levenshtein';
import { UserError } from '../errors.ts';
import { code } from '../texts/plain.ts';

/**
 * Separates options from the other words.
 * @throws UserError for an option that does not exist, lacks its value, or has one it does not take.
 */
export function readOptions<Options extends ParseArgsOptionsConfig>(words: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UserError(explain(error, Object.keys(options)));
  }
}

function explain(error: unknown, names: readonly string[]): string {
  const { code: reason, message } = error as { code?: string; message?: string };
  const option = /--?[^\s'"=]+/.exec(message ?? '')?.[0] ?? 'option';
  const known = names.map((name) => `\`--${name}\``).join(', ');
  switch (reason) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `There is no option ${code(option)}. Did you mean \`--${closest(option.replace(/^-+/, ''), names)}\`? The options are ${known}.`;
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return message?.includes('does not take')
        ? `${code(option)} stands alone, without a value.`
        : `${code(option)} needs a value after it.`;
    default:
      return `I could not read the options. They are ${known}.`;
  }
}
