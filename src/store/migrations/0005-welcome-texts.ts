import type { Migration } from '../migrate.ts';

/** What a team writes to its newcomers; and the words of a message as it was first sent, which may change meanwhile. */
export const welcomeTexts: Migration = {
  version: 5,
  name: 'welcome-texts',
  statements: [
    `create table welcome_text (
       team_id text not null,
       part text not null,
       locale text not null,
       text text not null,
       after_days integer,
       changed_at integer not null,
       changed_by text not null,
       primary key (team_id, part, locale)
     ) strict, without rowid`,
    `alter table delivery add column message text`,
  ],
};
