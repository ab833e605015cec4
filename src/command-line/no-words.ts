import { z } from 'zod';
import { UserError } from '../errors.ts';
import { mistakeTexts } from '../texts/mistakes.ts';
import { typed } from '../texts/typed.ts';

/** For a verb that is the whole line: whoever writes more expects something that it does not do. */
export function noWords(verb: string) {
  return z.array(z.string()).transform((words) => {
    if (words.length === 0) return words;
    throw new UserError((locale, trigger) => mistakeTexts[locale].takesNoWords(typed(verb, trigger)));
  });
}
