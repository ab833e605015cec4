import type { Migration } from '../migrate.ts';

/** What was given up is found without reading what was done. */
export const watching: Migration = {
  version: 20,
  name: 'watching',
  statements: [`create index delivery_given_up on delivery (team_id, kind, run_at) where state = 'dead'`],
};
