import type { Migration } from '../migrate.ts';

/** With the id in it, the newest invitation of an address is found without reading those of everybody. */
export const newestOfAddress: Migration = {
  version: 26,
  name: 'newest-of-address',
  statements: [
    'drop index invitation_by_email',
    'create index invitation_by_email on invitation (team_id, email, requested_at, id)',
  ],
};
