import { failureReasons, type EventKind } from '../ports/invitation-store.ts';
import type { Locale } from '../ports/provisioning.ts';
import { eventTexts } from './events.ts';
import { invitationTexts } from './invitations.ts';
import { sayRemarks } from './remarks.ts';
import { withColon } from './with-colon.ts';

const reminder: Readonly<Record<Locale, string>> = {
  en_GB: 'reminded of the end',
  fr_FR: 'rappel avant la fin',
  de_DE: 'an das Ende erinnert',
  it_IT: 'promemoria prima della fine',
  es_ES: 'recordatorio antes del fin',
};

/** An event as a timeline names it, safe to post. */
export function tellEvent(kind: EventKind, detail: string | undefined, locale: Locale): string {
  const what = eventTexts[locale][kind];
  return detail === undefined ? what : withColon(what, tellDetail(kind, detail, locale), locale);
}

function tellDetail(kind: EventKind, detail: string, locale: Locale): string {
  const failure = kind === 'failed' && failureReasons.find((reason) => reason === detail);
  if (failure) return invitationTexts[locale].failures[failure];
  if (kind !== 'inviter_told') return sayRemarks(detail, locale);
  // Of what they were told is mostly an event itself.
  const told: Readonly<Record<string, string>> = { ...eventTexts[locale], reminder: reminder[locale] };
  return told[detail] ?? sayRemarks(detail, locale);
}
