import type { Kysely } from 'kysely';
import type { TicketStore } from '../ports/tickets.ts';
import { compiledOnce } from './compiled-once.ts';
import type { Schema } from './schema.ts';

/** One row when it was not used yet. */
const useOnce = compiledOnce<{ id: string; teamId: string; expiresAt: number }, { id: string }>((db, the) =>
  db
    .insertInto('usedTicket')
    .values({ id: the('id'), teamId: the('teamId'), expiresAt: the('expiresAt') })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id'),
);

export function ticketQueries(db: Kysely<Schema>): TicketStore {
  return {
    async use({ id, teamId, expiresAt }) {
      const used = await useOnce(db, { id, teamId, expiresAt });
      return used.length === 1;
    },

    async giveBack(teamId, id) {
      await db.deleteFrom('usedTicket').where('teamId', '=', teamId).where('id', '=', id).execute();
    },

    async forgetExpired(teamId, now) {
      await db.deleteFrom('usedTicket').where('teamId', '=', teamId).where('expiresAt', '<', now).execute();
    },
  };
}
