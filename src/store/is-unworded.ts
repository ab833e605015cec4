import type { Kysely } from 'kysely';
import { isPostgres } from './dialect.ts';
import type { Schema } from './schema.ts';

/** One query and a lock: on PostgreSQL the single statements of whoever claims and writes run beside a transaction. */
export async function isUnworded(db: Kysely<Schema>, teamId: string, dedupeKey: string): Promise<boolean> {
  const row = await db
    .selectFrom('delivery')
    .select('id')
    .where('teamId', '=', teamId)
    .where('dedupeKey', '=', dedupeKey)
    .where('state', '=', 'ready')
    .where('lockedBy', 'is', null)
    .where('message', 'is', null)
    // Whoever claims passes it by.
    .$if(isPostgres(db), (query) => query.forShare())
    .executeTakeFirst();
  return row !== undefined;
}
