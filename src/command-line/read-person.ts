import { UserError } from '../errors.ts';
import { readEmail } from '../invitations/email-address.ts';
import { checkNames, cleanName } from '../invitations/person-name.ts';
import { mistakeTexts } from '../texts/mistakes.ts';
import { typed } from '../texts/typed.ts';

export interface Person {
  email: string;
  firstName: string;
  lastName: string;
}

/**
 * Reads `jane@acme.ch Jane Doe`, `Jane Doe <jane@acme.ch>` and quoted names in either place.
 * Two quoted words are first and last name; otherwise the first word is the first name.
 * @throws UserError that says what is missing.
 */
export function readPerson(words: readonly string[]): Person {
  const addresses = words.filter(isAddress);
  const [address] = addresses;
  if (address === undefined) {
    throw new UserError((locale, trigger) => mistakeTexts[locale].noAddress(typed('jane@acme.ch Jane Doe', trigger)));
  }
  if (addresses.length > 1) {
    throw new UserError((locale) => mistakeTexts[locale].severalAddresses);
  }
  const email = readEmail(address);
  const names = words
    .filter((word) => word !== address)
    .map(cleanName)
    .filter(Boolean);
  const [firstName = '', ...rest] = names.length === 1 ? (names[0]?.split(' ') ?? []) : names;
  const lastName = rest.join(' ');
  return checkNames({ email, firstName, lastName });
}

/** `@channel` in somebody's name is no address, and neither is a quoted text around one. */
function isAddress(word: string): boolean {
  return /^[^\s@]+@\S*$/.test(word);
}
