import type { Migration } from '../migrate.ts';

/** Deliveries that ended are looked for whichever way they ended; the index was for those that were done. */
export const endedDeliveries: Migration = {
  version: 21,
  name: 'ended deliveries',
  statements: [
    `drop index delivery_ended`,
    `create index delivery_ended on delivery (kind, ended_at) where state <> 'ready'`,
  ],
};
