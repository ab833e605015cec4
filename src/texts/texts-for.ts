import type { Locale } from '../ports/provisioning.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import { italian } from './it.ts';
import type { Texts } from './texts.ts';

const byLocale: Record<Locale, Texts> = {
  fr_FR: french,
  de_DE: german,
  it_IT: italian,
  es_ES: spanish,
  en_GB: english,
};

/** The texts of one language. */
export function textsFor(locale: Locale): Texts {
  return byLocale[locale];
}
