import type { Invitation } from '../ports/invitation-store.ts';
import type { Locale } from '../ports/provisioning.ts';
import { invitationTexts } from '../texts/invitations.ts';
import { code, plain } from '../texts/plain.ts';
import { sayRemarks } from '../texts/remarks.ts';

/** For whom something is told. */
export interface Reader {
  locale: Locale;
  formatTime: (at: number) => string;
  /** The word after the slash, as it was typed. */
  trigger: string;
}

/** "**Jane Doe** (`jane@acme.ch`)", safe to post; a dash for somebody whose data were erased. */
export function describePerson({
  firstName,
  lastName,
  email,
}: Pick<Invitation, 'firstName' | 'lastName' | 'email'>): string {
  return email === '' ? '—' : `**${plain(`${firstName} ${lastName}`)}** (${code(email)})`;
}

/** Whoever invited, safe to post; a dash for somebody whose data were erased. */
export function describeInviter({ inviterName }: Pick<Invitation, 'inviterName'>): string {
  return inviterName === '' ? '—' : plain(inviterName, 60);
}

/** How an invitation stands after provisioning, told to its inviter. */
export function describeOutcome(invitation: Invitation, { locale, formatTime, trigger }: Reader): string {
  const texts = invitationTexts[locale];
  const person = describePerson(invitation);
  if (invitation.state === 'failed') return texts.notInvited({ person, why: explainFailure(invitation, locale) });
  if (invitation.state === 'accepted') return texts.acceptedMeanwhile({ person });
  if (invitation.failure !== undefined) return texts.notRenewed({ person, why: explainFailure(invitation, locale) });
  const { expiresAt, channels, renewals } = invitation;
  return [
    renewals > 0 ? texts.renewed({ person }) : texts.invited({ person, role: texts.roles[invitation.role] }),
    texts.mailed(expiresAt === undefined ? undefined : formatTime(expiresAt)),
    invitation.strict ? texts.signsInWithAddress : texts.signsInWithAny,
    channels.length > 0 && texts.joins(channels.map(({ name }) => `~${name}`).join(', ')),
    texts.willTell(code(`/${trigger} status ${invitation.email}`)),
  ]
    .filter(Boolean)
    .join(' ');
}

export function explainFailure(
  { failure, failureDetail }: Pick<Invitation, 'failure' | 'failureDetail'>,
  locale: Locale,
): string {
  const why = invitationTexts[locale].failures[failure ?? 'provider_refused'];
  return [why, failureDetail && sayRemarks(failureDetail, locale)].filter(Boolean).join(' ');
}
