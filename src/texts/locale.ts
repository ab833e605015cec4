import { locales, type Locale } from '../ports/provisioning.ts';

const languages = new Map<string, Locale>(locales.map((locale) => [locale.slice(0, 2), locale]));

/** `fr`, `FR-ch`, `fr_FR` -> `fr_FR`; undefined for a language that the product does not speak. */
export function parseLocale(text: string): Locale | undefined {
  const match = /^([a-z]{2})(?:[-_][a-z]{2})?$/i.exec(text.trim());
  return match?.[1] === undefined ? undefined : languages.get(match[1].toLowerCase());
}

/** The language of whoever reads, or the usual one where theirs is unknown. @param text as kChat has it. */
export function localeOf(text: string | undefined, usual: Locale): Locale {
  return parseLocale(text ?? '') ?? usual;
}
