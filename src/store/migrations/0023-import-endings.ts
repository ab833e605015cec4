import type { Migration } from '../migrate.ts';

/** Why an import ended early that nobody cancelled. */
export const importEndings: Migration = {
  version: 23,
  name: 'import-endings',
  statements: [`alter table import add column ending text check (ending in ('not_taken', 'stopped'))`],
};
