import type Database from 'better-sqlite3';
import type { SqliteDatabase } from 'kysely';
import { LRUCache } from 'lru-cache';

/** Far more than there are queries; only lists of varying length make new ones. */
const kept = 500;

/**
 * The database with a memory for statements. Preparing one takes longer than most of them run: measured with `status`,
 * it was two thirds of the time in the database.
 * @param beforeWriting called before each statement that changes anything.
 */
export function rememberStatements(database: Database.Database, beforeWriting: () => void): SqliteDatabase {
  const statements = new LRUCache<string, Database.Statement>({ max: kept });
  return {
    // Kysely asks for a statement right before it runs it.
    prepare: (sql) => {
      const statement = statements.get(sql) ?? database.prepare(sql);
      statements.set(sql, statement);
      if (!statement.readonly) beforeWriting();
      return statement;
    },
    close: () => {
      database.close();
    },
  };
}
