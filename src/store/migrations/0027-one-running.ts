import type { Migration } from '../migrate.ts';

/** The promise "one of a kind and target at a time" is kept here as well, when several processes claim deliveries. */
export const oneRunning: Migration = {
  version: 27,
  name: 'one-running',
  statements: [
    `update delivery set locked_by = null, locked_until = null where state = 'ready'`,
    `create unique index delivery_one_running on delivery (team_id, kind, target)
       where state = 'ready' and locked_by is not null`,
  ],
};
