import type { Kysely } from 'kysely';
import type { ImportNewsStore } from '../ports/import-news-store.ts';
import { toInvitation } from './invitation-row.ts';
import type { Schema } from './schema.ts';

export function importNewsQueries(db: Kysely<Schema>): ImportNewsStore {
  return {
    async add(news) {
      await db
        .insertInto('importNews')
        .values(news)
        .onConflict((conflict) =>
          conflict.columns(['importId', 'message', 'invitationId']).doUpdateSet({ dueAt: news.dueAt, toldBy: null }),
        )
        .execute();
    },

    async take({ teamId, importId, message }, deliveryId, until) {
      await db
        .updateTable('importNews')
        .set({ toldBy: deliveryId })
        .where('teamId', '=', teamId)
        .where('importId', '=', importId)
        .where('message', '=', message)
        .where('toldBy', 'is', null)
        .where('dueAt', '<', until)
        .execute();
    },

    async taken(teamId, deliveryId) {
      const rows = await db
        .selectFrom('importNews')
        .innerJoin('invitation', 'invitation.id', 'importNews.invitationId')
        .selectAll('invitation')
        .where('importNews.teamId', '=', teamId)
        .where('importNews.toldBy', '=', deliveryId)
        .orderBy('invitation.email')
        .execute();
      return rows.map(toInvitation);
    },

    async end(teamId, deliveryId) {
      await db.deleteFrom('importNews').where('teamId', '=', teamId).where('toldBy', '=', deliveryId).execute();
    },
  };
}
