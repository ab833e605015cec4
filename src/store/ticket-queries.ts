import type { Kysely } from 'kysely';
import type { TicketStore } from '../ports/tickets.ts';
import type { Schema } from './schema.ts';

export function ticketQueries(db: Kysely<Schema>): TicketStore {
  return {
    async use({ id, teamId, expiresAt }) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('usedTicket')
        .values({ id, teamId, expiresAt })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },

    async giveBack(teamId, id) {
      await db.deleteFrom('usedTicket').where('teamId', '=', teamId).where('id', '=', id).execute();
    },

    async forgetExpired(teamId, now) {
      await db.deleteFrom('usedTicket').where('teamId', '=', teamId).where('expiresAt', '<', now).execute();
    },
  };
}
