import Database from 'better-sqlite3';
import { askPostgres } from './postgres/ask-postgres.ts';

/** The first value of each row, as a text, in words that both databases know; a program may be using it. */
export function askStore(databaseUrl: string, query: string): string[] {
  if (!databaseUrl.startsWith('file:')) {
    return askPostgres(databaseUrl, `select to_json(value) from (${query}) as found (value)`).map(String);
  }
  const database = new Database(databaseUrl.slice('file:'.length), { readonly: true });
  try {
    return database.prepare(query).pluck().all().map(String);
  } finally {
    database.close();
  }
}
