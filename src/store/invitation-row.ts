import type { Selectable, Updateable } from 'kysely';
import type { Invitation, InvitationChanges } from '../ports/invitation-store.ts';
import type { InvitationTable } from './schema.ts';
import { undefinedForNull } from './undefined-for-null.ts';

/** A row was written by this program alone, so its closed sets are trusted here. */
export function toInvitation(row: Selectable<InvitationTable>): Invitation {
  return {
    ...undefinedForNull(row),
    kind: row.kind as Invitation['kind'],
    strict: row.strict === 1,
    channels: JSON.parse(row.channels) as Invitation['channels'],
    workTeams: JSON.parse(row.workTeams) as Invitation['workTeams'],
    role: row.role as Invitation['role'],
    locale: row.locale as Invitation['locale'],
    state: row.state as Invitation['state'],
    providerStep: row.providerStep as Invitation['providerStep'],
    failure: (row.failure ?? undefined) as Invitation['failure'],
  };
}

export function toColumns(changes: InvitationChanges): Updateable<InvitationTable> {
  const { channels, ...rest } = changes;
  return {
    ...Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, value ?? null])),
    ...(channels && { channels: JSON.stringify(channels) }),
  };
}
