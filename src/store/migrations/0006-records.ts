import type { Migration } from '../migrate.ts';

/** Who did what beside the invitations themselves, and the invitations whose person was forgotten. */
export const records: Migration = {
  version: 6,
  name: 'records',
  statements: [
    `create table audit_entry (
       id integer primary key,
       team_id text not null,
       at integer not null,
       actor text not null,
       verb text not null,
       email text,
       detail text
     ) strict`,
    `create index audit_entry_by_age on audit_entry (team_id, at)`,
    `create index invitation_event_by_age on invitation_event (team_id, at)`,
    `alter table invitation add column forgotten_at integer`,
  ],
};
