import type { Kysely } from 'kysely';
import type { NewcomerChannelStore } from '../ports/newcomer-channel-store.ts';
import type { Schema } from './schema.ts';

export function newcomerChannelQueries(db: Kysely<Schema>): NewcomerChannelStore {
  return {
    all: (teamId) =>
      db
        .selectFrom('newcomerChannel')
        .select(['channelId as id', 'name'])
        .where('teamId', '=', teamId)
        .orderBy('name')
        .execute(),

    async add(teamId, { id, name }, addedBy, addedAt) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('newcomerChannel')
        .values({ teamId, channelId: id, name, addedBy, addedAt })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },

    async remove(teamId, name) {
      const { numDeletedRows } = await db
        .deleteFrom('newcomerChannel')
        .where('teamId', '=', teamId)
        .where('name', '=', name)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
  };
}
