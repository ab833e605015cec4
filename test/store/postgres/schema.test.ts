import Database from 'better-sqlite3';
import { Client } from 'pg';
import { expect, inject, it, onTestFinished } from 'vitest';
import { openPostgresStore } from '../../../src/store/postgres.ts';
import { openSqliteStore } from '../../../src/store/sqlite.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { createSchema } from '../../support/postgres/temporary-schema.ts';
import { temporaryPath } from '../../support/temporary-store.ts';

interface Column {
  table: string;
  name: string;
  type: string;
  isRequired: boolean;
}

const types: Record<string, string> = { INTEGER: 'bigint', TEXT: 'text', REAL: 'double precision', BLOB: 'bytea' };

/** What both databases say about a column, in PostgreSQL's words. */
function columnsOf(database: Database.Database): Column[] {
  const rows = database
    .prepare(
      `select t.name as "table", c.name, c.type, c."notnull" or c.pk > 0 as required
       from sqlite_schema t, pragma_table_info(t.name) c where t.type = 'table' order by t.name, c.cid`,
    )
    .all() as { table: string; name: string; type: string; required: number }[];
  return rows.map(({ table, name, type, required }) => ({
    ...{ table, name, type: types[type] ?? type, isRequired: required === 1 },
  }));
}

it('has the tables, columns and indices that it has on SQLite', async () => {
  const path = await temporaryPath();
  await openSqliteStore(path, new FakeClock()).close();
  const sqlite = new Database(path, { readonly: true });
  const url = await createSchema(inject('postgresUrl') ?? '');
  await (await openPostgresStore(url, new FakeClock())).close();
  const client = await new Client(url).connect();
  onTestFinished(async () => {
    sqlite.close();
    await client.end();
  });

  const { rows: columns } = await client.query<Column & { collation: string | null }>(
    `select table_name::text as "table", column_name::text as name, data_type::text as type,
       is_nullable = 'NO' as "isRequired", collation_name::text as collation
     from information_schema.columns where table_schema = current_schema() order by table_name collate "C", ordinal_position`,
  );
  expect(columns.map(({ table, name, type, isRequired }) => ({ table, name, type, isRequired }))).toEqual(
    columnsOf(sqlite),
  );
  expect(columns.filter(({ type, collation }) => type === 'text' && collation !== 'C')).toEqual([]);

  const { rows: indices } = await client.query<{ name: string }>(
    `select indexname::text as name from pg_indexes where schemaname = current_schema() order by 1`,
  );
  const named = sqlite.prepare(`select name from sqlite_schema where type = 'index' and sql is not null`).pluck().all();
  expect(indices.map(({ name }) => name)).toEqual(expect.arrayContaining(named));
});
