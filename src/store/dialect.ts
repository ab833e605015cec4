import { PostgresAdapter, type Kysely } from 'kysely';

/** For the few things that one of the two databases has to be asked for. All else is the same query on both. */
export function isPostgres<Tables>(db: Kysely<Tables>): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}
