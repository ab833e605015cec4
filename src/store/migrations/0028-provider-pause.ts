import type { Migration } from '../migrate.ts';

/** Until when the provider wants no requests; whoever asks it next, after a restart or in another process, waits. */
export const providerPause: Migration = {
  version: 28,
  name: 'provider-pause',
  statements: [
    `create table provider_pause (
       team_id text primary key,
       paused_until integer not null
     ) strict, without rowid`,
  ],
};
