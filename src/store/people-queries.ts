import type { Kysely } from 'kysely';
import type { PeopleStore } from '../ports/people-store.ts';
import { inBatches } from './in-batches.ts';
import type { Schema } from './schema.ts';

export function peopleQueries(db: Kysely<Schema>): PeopleStore {
  return {
    async isPrimed(teamId) {
      const team = await db.selectFrom('team').select('primedAt').where('id', '=', teamId).executeTakeFirst();
      return team?.primedAt != null;
    },

    async markPrimed(teamId, at) {
      await db.updateTable('team').set({ primedAt: at }).where('id', '=', teamId).execute();
    },

    async unknownOf(teamId, userIds) {
      const known = new Set<string>();
      for (const batch of inBatches(userIds)) {
        const rows = await db
          .selectFrom('knownPerson')
          .select('userId')
          .where('teamId', '=', teamId)
          .where('userId', 'in', batch)
          .execute();
        for (const row of rows) known.add(row.userId);
      }
      return userIds.filter((userId) => !known.has(userId));
    },

    async add(person) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('knownPerson')
        .values(person)
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },
  };
}
