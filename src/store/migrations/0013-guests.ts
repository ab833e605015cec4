import type { Migration } from '../migrate.ts';

/** Guests of single channels are invited here too; all else about their invitations is as for kSuite users. */
export const guests: Migration = {
  version: 13,
  name: 'guests',
  statements: [
    `alter table invitation add column kind text not null default 'member' check (kind in ('member', 'guest'))`,
  ],
};
