import type { Kysely } from 'kysely';
import type { BudgetStore } from '../ports/budget-store.ts';
import type { Schema } from './schema.ts';

export function budgetQueries(db: Kysely<Schema>): BudgetStore {
  return {
    async spend(teamId, at) {
      await db.insertInto('providerRequest').values({ teamId, at }).execute();
    },

    async spentSince(teamId, at) {
      const rows = await db
        .selectFrom('providerRequest')
        .select('at')
        .where('teamId', '=', teamId)
        .where('at', '>=', at)
        .execute();
      return rows.map((row) => row.at);
    },

    async forgetBefore(teamId, at) {
      await db.deleteFrom('providerRequest').where('teamId', '=', teamId).where('at', '<', at).execute();
    },

    async pause(teamId, pausedUntil) {
      await db
        .insertInto('providerPause')
        .values({ teamId, pausedUntil })
        .onConflict((known) =>
          known.column('teamId').doUpdateSet({ pausedUntil }).where('providerPause.pausedUntil', '<', pausedUntil),
        )
        .execute();
    },

    async pausedUntil(teamId) {
      const row = await db
        .selectFrom('providerPause')
        .select('pausedUntil')
        .where('teamId', '=', teamId)
        .executeTakeFirst();
      return row?.pausedUntil ?? 0;
    },
  };
}
