import { z } from 'zod';
import { UserError } from '../errors.ts';
import type { Locale } from '../ports/provisioning.ts';
import type { WelcomePart } from '../ports/welcome-store.ts';
import { welcomeTexts } from '../texts/commands/welcome.ts';
import { parseLocale } from '../texts/locale.ts';
import { mistakeTexts } from '../texts/mistakes.ts';
import { code } from '../texts/plain.ts';
import { typed } from '../texts/typed.ts';

const actions = ['show', 'test', 'set', 'reset', 'send'] as const;

/** Which text is meant; without a language, the one that most newcomers have. */
export interface WhichWelcome {
  part: WelcomePart;
  locale: Locale | undefined;
}

export type WelcomeWords =
  | ({ action: 'show' | 'test' | 'reset' } & WhichWelcome)
  /** The text itself follows after so many words of the line. */
  | ({ action: 'set'; afterDays: number | undefined; before: number } & WhichWelcome)
  | { action: 'send'; person: string };

/** The words after `welcome`: what to do, with which message, in which language, and where the message itself begins. */
export const welcomeWords = z.array(z.string()).transform((words): WelcomeWords => {
  const [asked = 'show', ...rest] = words;
  const action = actions.find((name) => name === asked.toLowerCase());
  if (!action)
    throw new UserError((locale) =>
      welcomeTexts[locale].unknownAction(code(asked), actions.map((name) => code(name)).join(', ')),
    );
  if (action === 'send') {
    const [person] = rest;
    if (person === undefined) throw personNeeded();
    if (rest.length > 1) throw unknownWord(rest[1]);
    return { action, person };
  }

  const part = takePart(rest);
  const afterDays = action === 'set' && part === 'second' ? takeDays(rest) : undefined;
  const locale = takeLocale(rest);
  if (action !== 'set') {
    if (rest.length > 0) throw unknownWord(rest[0]);
    return { action, part, locale };
  }
  return { action, part, locale, afterDays, before: words.length - rest.length };
});

/**
 * A message as it was typed: with its quotes, its dashes, its emoji and its lines. On one line, which is all that some
 * clients let people type, `\n` stands for a new one.
 * @param line everything after `welcome`.
 * @param before how many words stand in front of it.
 * @returns an empty one when it is to be written in a form.
 */
export function readWelcomeText(line: string, before: number): string {
  return line
    .replace(new RegExp(`^(?:\\s*\\S+){${before}}`), '')
    .trim()
    .replace(/ ?\\n ?/g, '\n');
}

function takePart(words: string[]): WelcomePart {
  const [first] = words;
  if (first?.toLowerCase() === 'second') {
    words.shift();
    return 'second';
  }
  if (first?.startsWith('~') && first.length > 1) {
    words.shift();
    return `channel:${first.slice(1).toLowerCase()}`;
  }
  return 'first';
}

function takeDays(words: string[]): number | undefined {
  const [first] = words;
  if (first === undefined || !/^\d+$/.test(first)) return undefined;
  words.shift();
  return Number(first);
}

/** Only as codes are written, in small letters: a text may well begin with "It" or "Es". */
function takeLocale(words: string[]): Locale | undefined {
  const [first] = words;
  if (first === undefined || !/^[a-z]{2}([-_][A-Za-z]{2})?$/.test(first)) return undefined;
  const locale = parseLocale(first);
  if (locale) words.shift();
  else if (words.length === 1) throw new UserError((said) => mistakeTexts[said].unknownLanguage(code(first)));
  return locale;
}

function personNeeded(): UserError {
  return new UserError((locale, trigger) => welcomeTexts[locale].personNeeded(typed('welcome send @jane', trigger)));
}

function unknownWord(word = ''): UserError {
  return new UserError((locale) => welcomeTexts[locale].unknownWord(code(word)));
}
