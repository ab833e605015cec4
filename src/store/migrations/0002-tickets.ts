import type { Migration } from '../migrate.ts';

/** Buttons and forms can be answered once. */
export const tickets: Migration = {
  version: 2,
  name: 'tickets',
  statements: [
    `create table used_ticket (
       id text primary key,
       team_id text not null,
       expires_at integer not null
     ) strict, without rowid`,
    `create index used_ticket_by_expiry on used_ticket (expires_at)`,
  ],
};
