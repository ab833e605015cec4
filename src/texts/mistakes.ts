import type { Locale } from '../ports/provisioning.ts';
import { english } from './mistakes/en.ts';
import { french } from './mistakes/fr.ts';
import { german } from './mistakes/de.ts';
import { italian } from './mistakes/it.ts';
import { spanish } from './mistakes/es.ts';
import type { MistakeTexts } from './mistakes/texts.ts';

export const mistakeTexts: Readonly<Record<Locale, MistakeTexts>> = {
  en_GB: english,
  fr_FR: french,
  de_DE: german,
  it_IT: italian,
  es_ES: spanish,
};
