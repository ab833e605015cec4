import { UserError } from '../errors.ts';
import { mistakeTexts } from '../texts/mistakes.ts';
import { visible } from '../texts/plain.ts';
import { typed } from '../texts/typed.ts';

export const maxNameLength = 128;

/** On one line, without what can't be seen. */
export function cleanName(word: string): string {
  return visible(word.replace(/\p{Cc}/gu, ' ')).replace(/^[\s,;]+|[\s,;]+$/gu, '');
}

/**
 * @returns the person.
 * @throws UserError when a name is missing or too long.
 */
export function checkNames<Person extends { email: string; firstName: string; lastName: string }>(
  person: Person,
): Person {
  const { email, firstName, lastName } = person;
  const example = `${email} Jane Doe`;
  if (firstName === '') throw new UserError((locale, trigger) => mistakeTexts[locale].noName(typed(example, trigger)));
  if (lastName === '') {
    throw new UserError((locale, trigger) => mistakeTexts[locale].noLastName(typed(example, trigger)));
  }
  if (firstName.length > maxNameLength || lastName.length > maxNameLength) {
    throw new UserError((locale) => mistakeTexts[locale].nameTooLong(maxNameLength));
  }
  return person;
}
