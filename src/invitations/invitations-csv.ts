import type { Invitation } from '../ports/invitation-store.ts';
import type { Locale } from '../ports/provisioning.ts';
import { csvFile } from '../texts/csv.ts';

/** The same in every language, for programs; times are in UTC. */
const columns = [
  'email',
  'first_name',
  'last_name',
  'kind',
  'role',
  'language',
  'channels',
  'work_teams',
  'state',
  'failure',
  'invited_by',
  'requested_at',
  'expires_at',
  'accepted_at',
  'arrived_at',
  'forgotten_at',
] as const;

/** Every invitation as a row of a spreadsheet. */
export function invitationsCsv(invitations: readonly Invitation[], locale: Locale): Buffer {
  return csvFile(columns, invitations.map(toRow), locale);
}

function toRow(invitation: Invitation): Record<(typeof columns)[number], string> {
  return {
    email: invitation.email,
    first_name: invitation.firstName,
    last_name: invitation.lastName,
    kind: invitation.kind,
    // The roles are those of the organization, which a guest is not in.
    role: invitation.kind === 'guest' ? '' : invitation.role,
    language: invitation.locale.slice(0, 2),
    channels: invitation.channels.map(({ name }) => name).join(' '),
    work_teams: invitation.workTeams.join(' | '),
    state: invitation.state,
    failure: invitation.failure ?? '',
    invited_by: invitation.inviterName,
    requested_at: timeOf(invitation.requestedAt),
    expires_at: timeOf(invitation.expiresAt),
    accepted_at: timeOf(invitation.acceptedAt),
    arrived_at: timeOf(invitation.arrivedAt),
    forgotten_at: timeOf(invitation.forgottenAt),
  };
}

function timeOf(at: number | undefined): string {
  return at === undefined ? '' : new Date(at).toISOString();
}
