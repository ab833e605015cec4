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
  /** Without a text: to be written in a form. */
  | ({ action: 'set'; afterDays: number | undefined; text: string } & WhichWelcome)
  | { action: 'send'; person: string };

/** The words after `welcome`: what to do, with which message, in which language, and perhaps the message itself. */
export const welcomeWords = z.array(z.string()).transform((words): WelcomeWords => {
  const [typed = 'show', ...rest] = words;
  const action = actions.find((name) => name === typed.toLowerCase());
  if (!action)
    throw new UserError((locale) =>
      welcomeTexts[locale].unknownAction(code(typed), actions.map((name) => code(name)).join(', ')),
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
  // On one line, which is all that some clients let people type, `\n` stands for a new one.
  return { action, part, locale, afterDays, text: rest.join(' ').replace(/ ?\\n ?/g, '\n') };
});

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
