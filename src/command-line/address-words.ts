import { z } from 'zod';
import { UserError } from '../errors.ts';
import { readEmail } from '../invitations/email-address.ts';
import { mistakeTexts } from '../texts/mistakes.ts';
import { typed } from '../texts/typed.ts';

/**
 * The words after a verb that is about one address.
 * @param example the verb with an address, for whoever leaves it out.
 */
export function addressAlone(example: string) {
  return z.array(z.string()).transform((words) => {
    if (words.length > 1) throw oneNeeded(example);
    return { email: readAddress(words, example) };
  });
}

/** The same, with words after the address, such as a reason. */
export function addressAndRest(example: string) {
  return z.array(z.string()).transform((words) => ({
    email: readAddress(words, example),
    rest: words.slice(1).join(' ').trim(),
  }));
}

function readAddress([address]: readonly string[], example: string): string {
  if (address === undefined) throw oneNeeded(example);
  return readEmail(address);
}

function oneNeeded(example: string): UserError {
  return new UserError((locale, trigger) => mistakeTexts[locale].oneAddressNeeded(typed(example, trigger)));
}
