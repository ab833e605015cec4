import { domainToASCII } from 'node:url';
import { z } from 'zod';
import { UserError } from '../errors.ts';
import { mistakeTexts } from '../texts/mistakes.ts';
import { code } from '../texts/plain.ts';

/** The stricter default refuses internationalised top-level domains. */
const address = z.email({ pattern: z.regexes.html5Email });

/** Allowed by the standard, used by nobody, and they would break out of code spans and tables. */
const unshowable = /[`|]/;

/**
 * The one spelling of an address that everything compares: trimmed, NFKC, lower case, domain in ASCII.
 * A plus tag stays: `jane+a@acme.ch` and `jane+b@acme.ch` are two addresses to Infomaniak.
 * @throws UserError when it is not an address that can be invited (Infomaniak: 5 to 255 characters).
 */
export function canonicalEmail(text: string): string {
  const normalized = text.trim().normalize('NFKC').toLowerCase();
  const at = normalized.lastIndexOf('@');
  const domain = normalized.slice(at + 1);
  // What is no host name, such as acme.ch/x, would be cut to one without a word.
  const ascii = /^[\p{L}\p{M}\p{N}.-]+\.[\p{L}\p{M}\p{N}-]{2,}$/u.test(domain) ? domainToASCII(domain) : '';
  const candidate = `${normalized.slice(0, Math.max(at, 0))}@${ascii}`;
  if (candidate.length > 254 || at > 64 || !address.safeParse(candidate).success || unshowable.test(candidate)) {
    throw new UserError((locale) => mistakeTexts[locale].notAnAddress(code(text, 80)));
  }
  return candidate;
}

/**
 * An address as it is written in a line: in angle brackets, as a link, before a comma.
 * @throws UserError as `canonicalEmail` does.
 */
export function readEmail(word: string): string {
  return canonicalEmail(word.replace(/^<?(?:mailto:)?/i, '').replace(/>?[,;]?$/, ''));
}

export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1);
}
