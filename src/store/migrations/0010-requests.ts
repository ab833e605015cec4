import type { Migration } from '../migrate.ts';

/** Members who may not invite can ask for an invitation; what waits for an answer counts as open. */
export const requests: Migration = {
  version: 10,
  name: 'requests',
  statements: [
    `alter table invitation add column approved_by text`,
    `alter table invitation add column approval_post_id text`,
    `drop index invitation_one_open`,
    `create unique index invitation_one_open on invitation (team_id, email)
       where state in ('awaiting_approval', 'requested', 'provisioning', 'unknown', 'pending', 'accepted')`,
  ],
};
