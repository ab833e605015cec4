import Database from 'better-sqlite3';

/** Every value in a database file as one text: what is not in it is not kept. */
export function everythingStored(path: string): string {
  return Array.from(textsStored(path), ([column, texts]) => `${column}: ${texts.join('\n')}`).join('\n');
}

/** Every value that is not a number, by `table.column`; a column without any is there too. */
export function textsStored(path: string): Map<string, string[]> {
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
