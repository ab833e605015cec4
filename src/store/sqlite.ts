import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import {
  CamelCasePlugin,
  CompiledQuery,
  Kysely,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type Driver,
  type SqliteDatabase,
} from 'kysely';
import { RefusedStartError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/all.ts';
import { rememberStatements } from './prepared-statements.ts';
import { createQueries } from './queries.ts';
import type { Schema } from './schema.ts';

const busyTimeoutMs = 5_000;

/**
 * Opens the SQLite store, creating the file and bringing its schema up to date.
 * @param path the file; its folder is created when missing.
 * @throws RefusedStartError when the file can't be opened as ours; nothing in it is changed then.
 */
export function openSqliteStore(path: string, clock: Clock): Store {
  const database = openDatabase(path, clock.now());
  const kysely = new Kysely<Schema>({
    dialect: new ImmediateSqliteDialect({ database: rememberStatements(database) }),
    plugins: [new CamelCasePlugin()],
  });
  return {
    ...createQueries(kysely),
    transaction: (work) => kysely.transaction().execute((transaction) => work(createQueries(transaction))),
    ping: async () => {
      await kysely.selectFrom('team').select('id').limit(1).execute();
    },
    close: async () => {
      await kysely.destroy();
      // Kysely closes only a connection that it has used.
      database.close();
    },
  };
}

function openDatabase(path: string, now: number): Database.Database {
  let database: Database.Database | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true });
    database = new Database(path, { timeout: busyTimeoutMs });
    refuseForeign(database);
    applyPragmas(database);
    migrate(database, migrations, now);
    return database;
  } catch (error) {
    database?.close();
    if (error instanceof RefusedStartError) throw error;
    throw new RefusedStartError(
      `The database ${path} can't be used: ${error instanceof Error ? error.message : String(error)}. Nothing in it was changed.`,
      { cause: error },
    );
  }
}

/** Another program's database must not get our tables because of a slip in DATABASE_URL. Looked at before all else. */
export function refuseForeign(database: Database.Database): void {
  const tables = database.prepare("select name from sqlite_schema where type = 'table'").pluck().all();
  if (tables.length > 0 && !tables.includes('schema_migration')) throw new Error("it is another program's database");
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

/**
 * A deferred transaction that reads first and writes later fails at once when another process has written in
 * between; an immediate one waits its turn instead.
 */
class ImmediateSqliteDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

class ImmediateSqliteDialect extends SqliteDialect {
  readonly #config: { database: SqliteDatabase };

  constructor(config: { database: SqliteDatabase }) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new ImmediateSqliteDriver(this.#config);
  }
}
