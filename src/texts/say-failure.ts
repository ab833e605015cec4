import type { FailureReason, InvitationKind } from '../ports/invitation-store.ts';
import type { Locale } from '../ports/provisioning.ts';
import { guestTexts } from './guests.ts';
import { invitationTexts } from './invitations.ts';

/** Why an invitation was not made, in the words that fit whom it was for. */
export function sayFailure(reason: FailureReason, kind: InvitationKind, locale: Locale): string {
  const ofGuest = kind === 'guest' ? guestTexts[locale].failures[reason] : undefined;
  return ofGuest ?? invitationTexts[locale].failures[reason];
}
