import { readFile } from 'node:fs/promises';
import Database from 'better-sqlite3';
import { askPostgres } from './postgres/ask-postgres.ts';

/**
 * What is kept at a DATABASE_URL: of a file each byte, what was deleted and not yet written over included; of a
 * PostgreSQL database every value.
 */
export async function bytesStored(databaseUrl: string): Promise<Buffer> {
  if (!databaseUrl.startsWith('file:')) return Buffer.from(everythingStored(databaseUrl));
  const path = databaseUrl.slice('file:'.length);
  return Buffer.concat(await Promise.all([readFile(path), readFile(`${path}-wal`)]));
}

/** Every value in a database, a file or a schema, as one text: what is not in it is not kept. */
export function everythingStored(path: string): string {
  return Array.from(textsStored(path), ([column, texts]) => `${column}: ${texts.join('\n')}`).join('\n');
}

/** Every value that is not a number, by `table.column`; a column without any is there too. */
export function textsStored(path: string): Map<string, string[]> {
  return path.startsWith('postgres:') ? textsInSchema(path) : textsInFile(path);
}

function textsInFile(path: string): Map<string, string[]> {
  const database = new Database(path, { readonly: true });
  try {
    const columns = database
      .prepare(
        `select t.name as tableName, c.name as columnName from sqlite_schema t, pragma_table_info(t.name) c
         where t.type = 'table' and c.type <> 'INTEGER' collate nocase`,
      )
      .all() as { tableName: string; columnName: string }[];
    return new Map(
      columns.map(({ tableName, columnName }) => {
        const values = database.prepare(`select "${columnName}" from "${tableName}" where "${columnName}" is not null`);
        return [`${tableName}.${columnName}`, values.pluck().all().map(String)];
      }),
    );
  } finally {
    database.close();
  }
}

function textsInSchema(url: string): Map<string, string[]> {
  const [columns] = askPostgres(
    url,
    `select json_agg(json_build_array(c.relname, a.attname) order by c.oid, a.attnum)
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and a.attnum > 0
       and a.atttypid <> 'bigint'::regtype`,
  ) as [string, string][][];
  const each = (columns ?? []).map(
    ([table, column]) => `select '${table}.${column}' as name,
       (select coalesce(json_agg("${column}"::text order by ctid), '[]') from "${table}" where "${column}" is not null) as texts`,
  );
  return new Map(
    askPostgres(url, `select json_build_array(name, texts) from (${each.join(' union all ')}) as columns`) as [
      string,
      string[],
    ][],
  );
}
