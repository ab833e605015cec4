import { RefusedStartError } from '../../errors.ts';
import { migrations } from '../migrations/all.ts';
import { withoutNul } from '../postgres/without-nul.ts';
import { openUnchanged } from '../read-only.ts';
import { lockForOneProcess } from '../single-process-lock.ts';

export interface Column {
  name: string;
  /** PostgreSQL's. */
  type: string;
}

export interface Table {
  name: string;
  columns: Column[];
  /** The columns of the primary key, in their order. */
  key: string[];
}

export interface SqliteSource {
  tables: Table[];
  /** In the order of the primary key, one at a time. */
  rows(table: Table): Iterable<unknown[]>;
  close(): void;
}

/** SQLite's types as STRICT tables have them, and PostgreSQL's. */
const types: Readonly<Record<string, string>> = {
  INTEGER: 'bigint',
  TEXT: 'text',
  REAL: 'double precision',
  BLOB: 'bytea',
};

/**
 * All that a SQLite database holds, as it is at this moment. Nothing in it is changed, and nobody can serve it meanwhile:
 * what was written after the copy would be lost.
 * @throws RefusedStartError when it can't be read, is being served, or has yet to be brought up to date.
 */
export function openSqliteSource(path: string): SqliteSource {
  const { database, applied } = openUnchanged(path);
  let unlock: () => void = () => undefined;
  const close = () => {
    database.close();
    unlock();
  };
  try {
    if (applied < migrations.length) {
      throw new RefusedStartError(
        `The schema of ${path} is older than this program. Start this program with it once, which brings it up to date; then stop it.`,
      );
    }
    unlock = lockForOneProcess(path);
    database.exec('begin');
    const names = database
      .prepare(
        `select name from sqlite_schema where type = 'table' and name not like 'sqlite~_%' escape '~'
           and name <> 'schema_migration' order by name`,
      )
      .pluck()
      .all() as string[];
    return {
      tables: names.map((name) => describe(name)),
      *rows({ name, columns, key }) {
        const listed = columns.map((column) => `"${column.name}"`).join(', ');
        const ordered = key.map((column) => `"${column}"`).join(', ');
        const rows = database.prepare(`select ${listed} from "${name}" order by ${ordered}`).raw().iterate();
        for (const row of rows) yield (row as unknown[]).map(withoutNul);
      },
      close,
    };
  } catch (error) {
    close();
    throw error;
  }

  function describe(name: string): Table {
    const columns = database.prepare('select name, type, pk from pragma_table_info(?) order by cid').all(name) as {
      name: string;
      type: string;
      pk: number;
    }[];
    const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
    return {
      name,
      columns: columns.map((column) => ({ name: column.name, type: types[column.type] ?? column.type })),
      key: key.map((column) => column.name),
    };
  }
}
