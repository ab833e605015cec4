import type { Migration } from '../migrate.ts';

/** Channels that everybody who is invited here joins. */
export const newcomerChannels: Migration = {
  version: 12,
  name: 'newcomer-channels',
  statements: [
    `create table newcomer_channel (
       team_id text not null,
       channel_id text not null,
       name text not null,
       added_by text not null,
       added_at integer not null,
       primary key (team_id, channel_id)
     ) strict, without rowid`,
  ],
};
