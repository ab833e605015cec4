import Database from 'better-sqlite3';

/** Every value in a database file as one text: what is not in it is not kept. */
export function everythingStored(path: string): string {
  const database = new Database(path, { readonly: true });
  try {
    const tables = database.prepare("select name from sqlite_schema where type = 'table'").pluck().all() as string[];
    return tables.map((name) => JSON.stringify(database.prepare(`select * from "${name}"`).all())).join('\n');
  } finally {
    database.close();
  }
}
