import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { CamelCasePlugin, Kysely } from 'kysely';
import { RefusedStartError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store, TeamsStore } from '../ports/store.ts';
import { countApplied, migrate } from './migrate.ts';
import { migrations } from './migrations/all.ts';
import { createQueries } from './queries.ts';
import type { Schema } from './schema.ts';
import { GroupingSqliteDialect } from './sqlite/driver.ts';
import { onceWritten } from './sqlite/once-written.ts';
import { outdated, unusable } from './unusable.ts';

const busyTimeoutMs = 5_000;

/**
 * Opens the SQLite store, creating the file and bringing its schema up to date.
 * @param path the file; its folder is created when missing.
 * @throws RefusedStartError when the file can't be opened as ours; nothing in it is changed then.
 */
export function openSqliteStore(path: string, clock: Clock): TeamsStore {
  return storeOver(
    open(
      path,
      () => {
        mkdirSync(dirname(path), { recursive: true });
        return new Database(path, { timeout: busyTimeoutMs });
      },
      (database) => {
        migrate(database, migrations, clock.now());
      },
    ),
  );
}

/**
 * Opens an existing SQLite store beside a process that may be serving it. Its schema stays as it is.
 * @throws RefusedStartError when it is not there, not ours, or of another version.
 */
export function openSqliteBeside(path: string): Store {
  return storeOver(
    open(path, () => new Database(path, { fileMustExist: true, timeout: busyTimeoutMs }), refuseOtherVersion),
  );
}

function storeOver(database: Database.Database): TeamsStore {
  const dialect = new GroupingSqliteDialect(database);
  const kysely = new Kysely<Schema>({ dialect, plugins: [new CamelCasePlugin()] });
  const store: TeamsStore = {
    ...createQueries(kysely.withPlugin(onceWritten(dialect.commits))),
    // One process at a time writes, whoever it is for.
    forTeam: () => store,
    transaction: async (work) => {
      const [result, written] = await kysely.transaction().execute(async (transaction) => {
        const result = await work(createQueries(transaction));
        // A promise by itself would be waited for here, where it can't come true.
        return [result, { isOnDisk: dialect.commits.written }] as const;
      });
      await written.isOnDisk;
      return result;
    },
    ping: async () => {
      await kysely.selectFrom('team').select('id').limit(1).execute();
    },
    close: async () => {
      await kysely.destroy();
      // Kysely closes only a connection that it has used.
      database.close();
    },
  };
  return store;
}

function open(
  path: string,
  connect: () => Database.Database,
  checkSchema: (database: Database.Database) => void,
): Database.Database {
  let database: Database.Database | undefined;
  try {
    database = connect();
    refuseDamaged(database);
    refuseForeign(database);
    applyPragmas(database);
    checkSchema(database);
    return database;
  } catch (error) {
    database?.close();
    throw error instanceof RefusedStartError ? error : unusable(path, error);
  }
}

/** Damage is met in the midst of the work otherwise, when half of something is done. A second for some 200 MB. */
export function refuseDamaged(database: Database.Database): void {
  const soundness: unknown = database.pragma('quick_check(1)', { simple: true });
  if (soundness !== 'ok') throw new Error('it is damaged');
}

/** Another program's database must not get our tables because of a slip in DATABASE_URL. Looked at before all else. */
export function refuseForeign(database: Database.Database): void {
  const tables = database.prepare("select name from sqlite_schema where type = 'table'").pluck().all();
  if (tables.length > 0 && !tables.includes('schema_migration')) throw new Error("it is another program's database");
}

export function isEmpty(database: Database.Database): boolean {
  return database.prepare('select count(*) from sqlite_schema').pluck().get() === 0;
}

/** @throws RefusedStartError when this program would have to bring it up to date. */
export function refuseOtherVersion(database: Database.Database): void {
  if (!isEmpty(database) && countApplied(database, migrations) === migrations.length) return;
  throw outdated();
}

/** Set, then read back: a file system or an old file may silently keep another value. */
function applyPragmas(database: Database.Database): void {
  // What is erased is not to be read from the file's free pages.
  const wanted = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, secure_delete: 1 } as const;
  for (const [name, value] of Object.entries(wanted)) {
    database.pragma(`${name} = ${value}`);
    const actual: unknown = database.pragma(name, { simple: true });
    if (actual !== value) throw new Error(`${name} is ${String(actual)} although ${value} was asked for`);
  }
}
