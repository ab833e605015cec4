import { locales, type Locale } from '../ports/provisioning.ts';

const languages = new Map<string, Locale>(locales.map((locale) => [locale.slice(0, 2), locale]));

/** `fr`, `FR-ch`, `fr_FR` -> `fr_FR`; undefined for a language that the product does not speak. */
export function parseLocale(text: string): Locale | undefined {
  const match = /^([a-z]{2})(?:[-_][a-z]{2})?$/i.exec(text.trim());
  return match?.[1] === undefined ? undefined : languages.get(match[1].toLowerCase());
}
