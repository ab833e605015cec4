import type { Migration } from '../migrate.ts';

/** Many invitations at once, one running import a team. */
export const imports: Migration = {
  version: 11,
  name: 'imports',
  statements: [
    `create table import (
       id text primary key,
       team_id text not null,
       by_id text not null,
       by_name text not null,
       locale text not null,
       trigger text not null,
       state text not null check (state in ('offered', 'running', 'cancelled', 'done')),
       created_at integer not null,
       started_at integer,
       post_id text
     ) strict`,
    `create unique index import_one_running on import (team_id) where state = 'running'`,
    `create table import_row (
       import_id text not null references import (id),
       number integer not null,
       team_id text not null,
       email text not null,
       first_name text not null,
       last_name text not null,
       locale text not null,
       channels text not null,
       problem text,
       invitation_id text,
       primary key (import_id, number)
     ) strict, without rowid`,
    `create index import_row_by_invitation on import_row (invitation_id) where invitation_id is not null`,
  ],
};
