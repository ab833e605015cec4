import type { Kysely } from 'kysely';
import type { NoticeStore } from '../ports/notice-store.ts';
import type { Schema } from './schema.ts';
import { undefinedForNull } from './undefined-for-null.ts';

export function noticeQueries(db: Kysely<Schema>): NoticeStore {
  return {
    async openSince(teamId, channelName, since) {
      const row = await db
        .selectFrom('notice')
        .selectAll()
        .where('teamId', '=', teamId)
        .where('channelName', '=', channelName)
        .where('openedAt', '>', since)
        .orderBy('openedAt', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && undefinedForNull(row);
    },

    async insert(notice) {
      await db
        .insertInto('notice')
        .values({ ...notice, postId: notice.postId ?? null })
        .execute();
    },

    async addArrival(teamId, noticeId, arrival) {
      await db
        .insertInto('noticeArrival')
        .values({
          ...arrival,
          teamId,
          noticeId,
          inviterName: arrival.inviterName ?? null,
          invitationId: arrival.invitationId ?? null,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    async byId(teamId, id) {
      const row = await db
        .selectFrom('notice')
        .selectAll()
        .where('id', '=', id)
        .where('teamId', '=', teamId)
        .executeTakeFirst();
      return row && undefinedForNull(row);
    },

    async arrivals(teamId, noticeId) {
      const rows = await db
        .selectFrom('noticeArrival')
        .select(['userId', 'name', 'inviterName', 'invitationId', 'arrivedAt'])
        .where('noticeId', '=', noticeId)
        .where('teamId', '=', teamId)
        .orderBy('id')
        .execute();
      return rows.map(undefinedForNull);
    },

    async recordPost(teamId, id, postId, shownArrivals) {
      await db
        .updateTable('notice')
        .set({ postId, shownArrivals })
        .where('id', '=', id)
        .where('teamId', '=', teamId)
        .execute();
    },
  };
}
