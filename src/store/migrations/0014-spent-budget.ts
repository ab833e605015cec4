import type { Migration } from '../migrate.ts';

/** When requests to the provider started, for the minute in which they count. */
export const spentBudget: Migration = {
  version: 14,
  name: 'spent-budget',
  statements: [
    `create table provider_request (
       id integer primary key,
       team_id text not null,
       at integer not null
     ) strict`,
    `create index provider_request_by_time on provider_request (team_id, at)`,
  ],
};
