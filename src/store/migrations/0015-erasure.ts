import type { Migration } from '../migrate.ts';

/** What is done is no longer about anybody, and what an import was about ends with it. */
export const erasure: Migration = {
  version: 15,
  name: 'erasure',
  statements: [
    `update delivery set payload = '{}' where state = 'done'`,
    `update delivery set message = null where state <> 'ready'`,
    `create index delivery_dead on delivery (team_id, target) where state = 'dead'`,
    `create index notice_arrival_by_user on notice_arrival (team_id, user_id)`,
    // Every import so far is looked at once, as each new one is from now on.
    `insert into delivery (id, team_id, kind, target, payload, dedupe_key, run_at)
       select 'import_end:' || id, team_id, 'import_end', id, '{"importId":"' || id || '"}', 'import_end:' || id, 0
       from import`,
  ],
};
