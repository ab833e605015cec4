import { failureReasons, type EventKind, type InvitationKind } from '../ports/invitation-store.ts';
import type { Locale } from '../ports/provisioning.ts';
import { eventTexts } from './events.ts';
import { sayRemarks } from './remarks.ts';
import { sayFailure } from './say-failure.ts';
import { withColon } from './with-colon.ts';

const reminder: Readonly<Record<Locale, string>> = {
  en_GB: 'reminded of the end',
  fr_FR: 'rappel avant la fin',
  de_DE: 'an das Ende erinnert',
  it_IT: 'promemoria prima della fine',
  es_ES: 'recordatorio antes del fin',
};

/**
 * An event as a timeline names it, safe to post.
 * @param of whom the invitation is for, where that is known.
 */
export function tellEvent(
  kind: EventKind,
  detail: string | undefined,
  locale: Locale,
  of: InvitationKind = 'member',
): string {
  const what = eventTexts[locale][kind];
  return detail === undefined ? what : withColon(what, tellDetail(kind, detail, locale, of), locale);
}

function tellDetail(kind: EventKind, detail: string, locale: Locale, of: InvitationKind): string {
  const failure = kind === 'failed' && failureReasons.find((reason) => reason === detail);
  if (failure) return sayFailure(failure, of, locale);
  if (kind !== 'inviter_told') return sayRemarks(detail, locale);
  // Of what they were told is mostly an event itself.
  const told: Readonly<Record<string, string>> = {
    ...eventTexts[locale],
    reminder: reminder[locale],
    gone: eventTexts[locale].revoked,
  };
  return told[detail] ?? sayRemarks(detail, locale);
}
