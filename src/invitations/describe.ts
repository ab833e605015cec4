import type { Invitation } from '../ports/invitation-store.ts';
import type { Locale } from '../ports/provisioning.ts';
import { guestTexts } from '../texts/guests.ts';
import { invitationTexts } from '../texts/invitations.ts';
import { channelLinks, code, plain } from '../texts/plain.ts';
import { sayRemarks } from '../texts/remarks.ts';
import { sayFailure } from '../texts/say-failure.ts';

/** For whom something is told. */
export interface Reader {
  locale: Locale;
  formatTime: (at: number) => string;
  /** The word after the slash, as it was typed. */
  trigger: string;
}

/**
 * "**Jane Doe** (`jane@acme.ch`)", safe to post; the address alone for a guest who has not come yet, a dash for somebody
 * whose data were erased.
 */
export function describePerson({
  firstName,
  lastName,
  email,
}: Pick<Invitation, 'firstName' | 'lastName' | 'email'>): string {
  const name = plain(`${firstName} ${lastName}`);
  if (email === '') return '—';
  return name === '' ? code(email) : `**${name}** (${code(email)})`;
}

/** What somebody is invited as, such as "administrator" or "guest". */
export function roleName({ kind, role }: Pick<Invitation, 'kind' | 'role'>, locale: Locale): string {
  return kind === 'guest' ? guestTexts[locale].mark : invitationTexts[locale].roles[role];
}

/** Whoever invited, safe to post; a dash for somebody whose data were erased. */
export function describeInviter({ inviterName }: Pick<Invitation, 'inviterName'>, maxLength = 60): string {
  return inviterName === '' ? '—' : plain(inviterName, maxLength);
}

/**
 * How an invitation stands after provisioning, told to its inviter.
 * @param reader without a trigger it is somebody who can't type more about it.
 */
export function describeOutcome(
  invitation: Invitation,
  { locale, formatTime, trigger }: Omit<Reader, 'trigger'> & { trigger: string | undefined },
): string {
  const texts = invitationTexts[locale];
  const person = describePerson(invitation);
  const why = explainFailure(invitation, locale);
  if (invitation.state === 'failed') {
    return invitation.renewals > 0 ? texts.lostInRenewal({ person, why }) : texts.notInvited({ person, why });
  }
  if (invitation.state === 'accepted') return texts.acceptedMeanwhile({ person });
  if (invitation.failure !== undefined) return texts.notRenewed({ person, why });
  const { kind, expiresAt, renewals } = invitation;
  const channels = channelLinks(invitation.channels);
  const isGuest = kind === 'guest';
  const until = expiresAt === undefined ? undefined : formatTime(expiresAt);
  const invited = isGuest
    ? guestTexts[locale].invited(person, channels)
    : texts.invited({ person, role: texts.roles[invitation.role] });
  const isMade = !isAdopted(invitation);
  return [
    isMade ? (renewals > 0 ? texts.renewed({ person }) : invited) : texts.adopted({ person, until }),
    isMade && (isGuest ? guestTexts[locale] : texts).mailed(until),
    isMade && !isGuest && (invitation.strict ? texts.signsInWithAddress : texts.signsInWithAny),
    !isGuest && channels !== '' && texts.joins(channels),
    texts.willTell,
    trigger !== undefined && texts.toLook(code(`/${trigger} status ${invitation.email}`)),
  ]
    .filter(Boolean)
    .join(' ');
}

/** Somebody else's invitation of a kSuite user, kept as it was: what was asked for here is not what it says. */
export function isAdopted({
  kind,
  providerStep,
  providerInvitationId,
}: Pick<Invitation, 'kind' | 'providerStep' | 'providerInvitationId'>): boolean {
  return kind === 'member' && providerStep === 'none' && providerInvitationId !== undefined;
}

export function explainFailure(
  { kind, failure = 'provider_refused', failureDetail }: Pick<Invitation, 'kind' | 'failure' | 'failureDetail'>,
  locale: Locale,
): string {
  return [sayFailure(failure, kind, locale), failureDetail && sayRemarks(failureDetail, locale)]
    .filter(Boolean)
    .join(' ');
}
