import type { Kysely, Selectable } from 'kysely';
import type { WelcomeStore, WelcomeText } from '../ports/welcome-store.ts';
import type { Schema, WelcomeTextTable } from './schema.ts';
import { undefinedForNull } from './undefined-for-null.ts';

export function welcomeQueries(db: Kysely<Schema>): WelcomeStore {
  return {
    async all(teamId) {
      const rows = await db
        .selectFrom('welcomeText')
        .selectAll()
        .where('teamId', '=', teamId)
        .orderBy('part')
        .orderBy('locale')
        .execute();
      return rows.map(toText);
    },

    async save(text) {
      const values = { ...text, afterDays: text.afterDays ?? null };
      await db
        .insertInto('welcomeText')
        .values(values)
        .onConflict((conflict) => conflict.columns(['teamId', 'part', 'locale']).doUpdateSet(values))
        .execute();
    },

    async remove(teamId, part, locale) {
      const { numDeletedRows } = await db
        .deleteFrom('welcomeText')
        .where('teamId', '=', teamId)
        .where('part', '=', part)
        .where('locale', '=', locale)
        .executeTakeFirst();
      return numDeletedRows === 1n;
    },
  };
}

function toText(row: Selectable<WelcomeTextTable>): WelcomeText {
  return undefinedForNull(row) as WelcomeText;
}
