import { UserError } from '../errors.ts';
import { canonicalEmail } from '../invitations/email-address.ts';

export interface Person {
  email: string;
  firstName: string;
  lastName: string;
}

const maxNameLength = 128;

/**
 * Reads `jane@acme.ch Jane Doe`, `Jane Doe <jane@acme.ch>` and quoted names in either place.
 * Two quoted words are first and last name; otherwise the first word is the first name.
 * @throws UserError that says what is missing.
 */
export function readPerson(words: readonly string[]): Person {
  const addresses = words.filter(isAddress);
  const [address] = addresses;
  if (address === undefined) {
    throw new UserError('Whom shall I invite? I need an e-mail address and a name: `jane@acme.ch Jane Doe`.');
  }
  if (addresses.length > 1) {
    throw new UserError('I found more than one e-mail address. Invite one person at a time.');
  }
  const email = canonicalEmail(address.replace(/^<?(?:mailto:)?/i, '').replace(/>?[,;]?$/, ''));
  const names = words
    .filter((word) => word !== address)
    .map(cleanName)
    .filter(Boolean);
  const [firstName = '', ...rest] = names.length === 1 ? (names[0]?.split(' ') ?? []) : names;
  const lastName = rest.join(' ');
  if (firstName === '' || lastName === '') {
    throw new UserError(`I also need the ${firstName ? 'last name' : 'first and last name'}: \`${email} Jane Doe\`.`);
  }
  if (firstName.length > maxNameLength || lastName.length > maxNameLength) {
    throw new UserError(`A first or last name can have at most ${maxNameLength} characters.`);
  }
  return { email, firstName, lastName };
}

/** `@channel` in somebody's name is no address, and neither is a quoted text around one. */
function isAddress(word: string): boolean {
  return /^[^\s@]+@\S*$/.test(word);
}

function cleanName(word: string): string {
  return word
    .replace(/\p{C}/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s,;]+|[\s,;]+$/gu, '');
}
