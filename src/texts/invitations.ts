import type { Locale } from '../ports/provisioning.ts';
import { english } from './invitations/en.ts';
import { french } from './invitations/fr.ts';
import { german } from './invitations/de.ts';
import { italian } from './invitations/it.ts';
import { spanish } from './invitations/es.ts';
import type { InvitationTexts } from './invitations/texts.ts';

export const invitationTexts: Readonly<Record<Locale, InvitationTexts>> = {
  en_GB: english,
  fr_FR: french,
  de_DE: german,
  it_IT: italian,
  es_ES: spanish,
};
