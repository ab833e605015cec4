import type { Kysely } from 'kysely';
import type { StatisticsStore } from '../ports/statistics-store.ts';
import type { InvitationState } from '../ports/invitation-store.ts';
import type { Schema } from './schema.ts';
import { undefinedForNull } from './undefined-for-null.ts';

export function statisticsQueries(db: Kysely<Schema>): StatisticsStore {
  return {
    async since(teamId, since) {
      const rows = await db
        .selectFrom('invitation')
        .select(['state', 'requestedAt', 'expiresAt', 'acceptedAt'])
        .where('teamId', '=', teamId)
        .where((expression) =>
          expression.or([
            expression('requestedAt', '>=', since),
            expression('acceptedAt', '>=', since),
            expression('expiresAt', '>=', since),
          ]),
        )
        .execute();
      return rows.map((row) => ({ ...undefinedForNull(row), state: row.state as InvitationState }));
    },

    pending: (teamId, before) =>
      db
        .selectFrom('invitation')
        .select(({ fn }) => [
          fn.countAll<number>().as('total'),
          fn.countAll<number>().filterWhere('expiresAt', '<', before).as('ending'),
        ])
        .where('teamId', '=', teamId)
        .where('state', '=', 'pending')
        .executeTakeFirstOrThrow(),
  };
}
