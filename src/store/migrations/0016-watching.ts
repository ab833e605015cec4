import type { Migration } from '../migrate.ts';

/** What was given up is found without reading what was done. */
export const watching: Migration = {
  version: 16,
  name: 'watching',
  statements: [`create index delivery_dead on delivery (team_id, kind, run_at) where state = 'dead'`],
};
