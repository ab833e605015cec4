import { UserError } from '../errors.ts';
import { canonicalEmail } from '../invitations/email-address.ts';
import { cleanName } from '../invitations/person-name.ts';
import { mistakeTexts } from '../texts/mistakes.ts';

export interface Person {
  email: string;
  firstName: string;
  lastName: string;
}

export const maxNameLength = 128;

/**
 * Reads `jane@acme.ch Jane Doe`, `Jane Doe <jane@acme.ch>` and quoted names in either place.
 * Two quoted words are first and last name; otherwise the first word is the first name.
 * @throws UserError that says what is missing.
 */
export function readPerson(words: readonly string[]): Person {
  const addresses = words.filter(isAddress);
  const [address] = addresses;
  if (address === undefined) {
    throw new UserError((locale) => mistakeTexts[locale].noAddress);
  }
  if (addresses.length > 1) {
    throw new UserError((locale) => mistakeTexts[locale].severalAddresses);
  }
  const email = canonicalEmail(address.replace(/^<?(?:mailto:)?/i, '').replace(/>?[,;]?$/, ''));
  const names = words
    .filter((word) => word !== address)
    .map(cleanName)
    .filter(Boolean);
  const [firstName = '', ...rest] = names.length === 1 ? (names[0]?.split(' ') ?? []) : names;
  const lastName = rest.join(' ');
  if (firstName === '') throw new UserError((locale) => mistakeTexts[locale].noName(email));
  if (lastName === '') throw new UserError((locale) => mistakeTexts[locale].noLastName(email));
  if (firstName.length > maxNameLength || lastName.length > maxNameLength) {
    throw new UserError((locale) => mistakeTexts[locale].nameTooLong(maxNameLength));
  }
  return { email, firstName, lastName };
}

/** `@channel` in somebody's name is no address, and neither is a quoted text around one. */
function isAddress(word: string): boolean {
  return /^[^\s@]+@\S*$/.test(word);
}
