import type { Migration } from '../migrate.ts';

/**
 * What was given up is found without reading what was done, and it is known of which the administrators were told. A
 * copy of the database knows that it is one.
 */
export const watching: Migration = {
  version: 20,
  name: 'watching',
  statements: [
    `create index delivery_given_up on delivery (team_id, kind, run_at) where state = 'dead'`,
    `alter table delivery add column told_by text`,
    // What is old is nobody's news.
    `update delivery set told_by = 'otherwise' where state = 'dead'`,
    `alter table team add column copied_at integer`,
    `alter table team add column restored_at integer`,
  ],
};
