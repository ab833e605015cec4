import type { Locale } from '../ports/provisioning.ts';

/** "What: why", as the language writes it. */
export function withColon(what: string, why: string, locale: Locale): string {
  return `${what}${locale === 'fr_FR' ? ' ' : ''}: ${why}`;
}
