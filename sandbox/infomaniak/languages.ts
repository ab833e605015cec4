import type { Locale } from './state.ts';

export interface Language {
  id: number;
  name: string;
  short_name: string;
  locale: Locale;
  short_locale: string;
}

/** Infomaniak: 1 and 2 stand in published examples; the other numbers are this emulator's. */
export const languages: readonly Language[] = [
  { id: 1, name: 'Français', short_name: 'fr', locale: 'fr_FR', short_locale: 'fr' },
  { id: 2, name: 'English', short_name: 'en', locale: 'en_GB', short_locale: 'en' },
  { id: 3, name: 'Deutsch', short_name: 'de', locale: 'de_DE', short_locale: 'de' },
  { id: 4, name: 'Italiano', short_name: 'it', locale: 'it_IT', short_locale: 'it' },
  { id: 5, name: 'Español', short_name: 'es', locale: 'es_ES', short_locale: 'es' },
];

export const languageId = (locale: Locale): number => languages.find((one) => one.locale === locale)?.id ?? 1;
