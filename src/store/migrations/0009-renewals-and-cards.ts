import type { Migration } from '../migrate.ts';

/** An invitation can be renewed, can carry a personal note, and has a card with buttons in its inviter's direct messages. */
export const renewalsAndCards: Migration = {
  version: 9,
  name: 'renewals-and-cards',
  statements: [
    `alter table invitation add column renewals integer not null default 0`,
    `alter table invitation add column renewed_at integer`,
    `alter table invitation add column card_post_id text`,
    `alter table invitation add column note text`,
  ],
};
