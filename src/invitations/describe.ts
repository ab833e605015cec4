import type { FailureReason, Invitation } from '../ports/invitation-store.ts';
import type { OrganizationRole } from '../ports/provisioning.ts';
import { code, plain } from '../texts/plain.ts';

export const roleNames: Record<OrganizationRole, string> = {
  normal: 'user',
  admin: 'administrator',
  owner: 'legal representative',
};

/** "**Jane Doe** (`jane@acme.ch`)", safe to post. */
export function describePerson({
  firstName,
  lastName,
  email,
}: Pick<Invitation, 'firstName' | 'lastName' | 'email'>): string {
  return `**${plain(`${firstName} ${lastName}`)}** (${code(email)})`;
}

/** How an invitation stands after provisioning, told to its inviter. */
export function describeOutcome(invitation: Invitation, trigger: string, formatTime: (at: number) => string): string {
  const person = describePerson(invitation);
  if (invitation.state === 'failed') return `❌ ${person} was **not** invited: ${explainFailure(invitation)}`;
  const facts = [
    `✅ ${person} is invited as ${roleNames[invitation.role]} and counts as one kSuite user from now on.`,
    `Infomaniak has mailed the link${invitation.expiresAt === undefined ? '' : `, valid until ${formatTime(invitation.expiresAt)}`}.`,
    invitation.strict ? `They have to sign in with this address.` : 'They may sign in with any address.',
    invitation.channels.length > 0 &&
      `On arrival they join ${invitation.channels.map(({ name }) => `~${name}`).join(', ')}.`,
    `I will tell you when they are here. To look: ${code(`/${trigger} status ${invitation.email}`)}`,
  ];
  return facts.filter(Boolean).join(' ');
}

const failures: Record<FailureReason, string> = {
  invalid_email: 'Infomaniak does not accept this e-mail address.',
  domain_not_allowed: 'addresses of this domain can’t be invited here.',
  already_member:
    'they are a member of the organization already. Give them kSuite access in the Manager if they lack it.',
  no_seat_left:
    'no kSuite seat is left. Nothing remains at Infomaniak. Free a seat or add one in the Manager, then invite again.',
  no_ksuite: 'this organization has no kSuite. Check INFOMANIAK_ACCOUNT_ID with whoever runs this bot.',
  not_authorized:
    'Infomaniak refused the bot’s API token. Whoever runs this bot has to renew INFOMANIAK_API_TOKEN (scope `accounts`), made by somebody who may invite.',
  provider_refused: 'Infomaniak refused the invitation.',
  provider_unreachable:
    'Infomaniak could not be reached for a long time, and I have stopped trying. Please invite again later.',
};

export function explainFailure({ failure, failureDetail }: Pick<Invitation, 'failure' | 'failureDetail'>): string {
  return [failures[failure ?? 'provider_refused'], failureDetail && plain(failureDetail)].filter(Boolean).join(' ');
}
