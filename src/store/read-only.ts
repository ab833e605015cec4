import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { CamelCasePlugin, Kysely, SqliteDialect } from 'kysely';
import { RefusedStartError } from '../errors.ts';
import type { RegistrationStore } from '../ports/registration-store.ts';
import { countApplied } from './migrate.ts';
import { migrations } from './migrations/all.ts';
import { registrationQueries } from './registration-queries.ts';
import type { Schema } from './schema.ts';
import { lockPath } from './single-process-lock.ts';
import { isEmpty, refuseDamaged, refuseForeign } from './sqlite.ts';

const busyTimeoutMs = 5_000;

type Registrations = Pick<RegistrationStore, 'team' | 'commands'>;

/** What a database that is not there yet holds. */
export const nothingRegistered: Registrations = {
  team: () => Promise.resolve(undefined),
  commands: () => Promise.resolve([]),
};

export interface ReadOnlyStore {
  registrations: Registrations;
  /** How many migrations the next start will apply. */
  pendingMigrations: number;
  close(): Promise<void>;
}

/**
 * Opens an existing database to look at it, beside a process that may be serving it. Nothing in it is changed.
 * @throws RefusedStartError when it is damaged, another program's, or newer than this program.
 */
export function openForReading(path: string): ReadOnlyStore {
  const { database, applied } = openUnchanged(path);
  const kysely = new Kysely<Schema>({ dialect: new SqliteDialect({ database }), plugins: [new CamelCasePlugin()] });
  return {
    // A file without our tables has nothing to tell yet.
    registrations: applied > 0 ? registrationQueries(kysely) : nothingRegistered,
    pendingMigrations: migrations.length - applied,
    close: async () => {
      await kysely.destroy();
      database.close();
    },
  };
}

/**
 * The file itself, which can't be written to through it, and how many migrations it has had.
 * @throws RefusedStartError as `openForReading` does.
 */
export function openUnchanged(path: string): { database: Database.Database; applied: number } {
  let database: Database.Database | undefined;
  try {
    // Not SQLite's own read-only mode: that leaves its WAL files behind, with their owner (observed).
    database = new Database(path, { fileMustExist: true, timeout: busyTimeoutMs });
    database.pragma('query_only = on');
    refuseDamaged(database);
    refuseForeign(database);
    return { database, applied: isEmpty(database) ? 0 : countApplied(database, migrations) };
  } catch (error) {
    database?.close();
    if (error instanceof RefusedStartError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new RefusedStartError(`The database ${path} can't be used: ${why}.`, { cause: error });
  }
}

/** Whether a process is serving this database. Only looks: unlike taking the lock, it never keeps a start from succeeding. */
export function isLocked(databasePath: string): boolean {
  const path = lockPath(databasePath);
  if (!existsSync(path)) return false;
  const lock = new Database(path, { readonly: true, timeout: 0 });
  try {
    lock.prepare('select 1 from sqlite_schema').all();
    return false;
  } catch {
    return true;
  } finally {
    lock.close();
  }
}
