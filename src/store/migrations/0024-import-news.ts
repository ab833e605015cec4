import type { Migration } from '../migrate.ts';

/** Who came by which import is known for good, and what is to be told of them is gathered. */
export const importNews: Migration = {
  version: 24,
  name: 'import-news',
  statements: [
    `alter table invitation add column import_id text`,
    // Of an import that is over nothing says so any more.
    `update invitation
       set import_id = (select max(import_row.import_id) from import_row where import_row.invitation_id = invitation.id)
       where id in (select import_row.invitation_id from import_row where import_row.invitation_id is not null)`,
    `create table import_news (
       import_id text not null references import (id),
       message text not null check (message in ('reminder', 'arrived', 'expired', 'rejected', 'revoked', 'gone')),
       invitation_id text not null references invitation (id),
       team_id text not null,
       due_at integer not null,
       told_by text,
       primary key (import_id, message, invitation_id)
     ) strict, without rowid`,
    `create index import_news_being_told on import_news (told_by) where told_by is not null`,
  ],
};
