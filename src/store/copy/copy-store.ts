import type { Client } from 'pg';
import { RefusedStartError } from '../../errors.ts';
import { migrations } from '../migrations/all.ts';
import { migratePostgres } from '../postgres/migrate.ts';
import { inTransaction, withClient } from '../postgres/with-client.ts';
import { copyTable, type CopiedTable } from './copy-table.ts';
import { openSqliteSource, type Table } from './sqlite-source.ts';

/**
 * Copies all that a SQLite database holds into a PostgreSQL database that holds nothing, in one transaction there: all of
 * it, read back and compared, or nothing.
 * @param path the SQLite file; nothing in it is changed.
 * @param url the PostgreSQL database.
 * @param onTable told of each table that was copied.
 * @throws RefusedStartError, ConfigurationError or DatabaseUnavailableError when one of them can't be used, or the copy
 *   is not what was copied.
 */
export async function copyStore(
  path: string,
  url: string,
  now: number,
  onTable: (copied: CopiedTable) => void,
): Promise<void> {
  const source = openSqliteSource(path);
  try {
    await withClient(url, (client) =>
      inTransaction(client, async () => {
        await migratePostgres(client, migrations, now);
        await refuseFull(client, source.tables);
        // A row may come before the one that it refers to; what is missing in the end is found by the commit.
        await client.query('set constraints all deferred');
        for (const table of source.tables) onTable(await copyTable(source, client, table));
      }),
    );
  } finally {
    source.close();
  }
}

async function refuseFull(client: Client, tables: readonly Table[]): Promise<void> {
  for (const { name } of tables) {
    const { rows } = await client.query(`select from "${name}" limit 1`);
    if (rows.length > 0) {
      throw new RefusedStartError(
        `The database to copy to is not empty: there are rows in ${name}. Give an empty one; nothing was changed.`,
      );
    }
  }
}
