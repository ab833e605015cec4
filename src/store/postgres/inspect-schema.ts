import type { ClientBase } from 'pg';
import { RefusedStartError } from '../../errors.ts';

/** From there on the server ends a session by itself when nothing is heard from it, which the replicas rely on. */
const oldestVersion = 14;

interface Schema {
  version: number;
  encoding: string;
  isStandby: boolean;
  schema: string | null;
  tables: string[];
}

/**
 * Looks before anything is written: another program's database must not get our tables because of a slip in
 * DATABASE_URL.
 * @returns whether our tables are there.
 * @throws RefusedStartError when the schema is no place for us.
 */
export async function inspectSchema(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<Schema>(`select
      current_setting('server_version_num')::int / 10000 as version,
      current_setting('server_encoding') as encoding,
      pg_is_in_recovery() as "isStandby",
      current_schema()::text as schema,
      array(select tablename::text from pg_tables where schemaname = current_schema()) as tables`);
  const [found] = rows;
  if (!found) throw new Error('PostgreSQL says nothing about itself');
  const { version, encoding, isStandby, schema, tables } = found;
  if (version < oldestVersion) {
    throw new RefusedStartError(`PostgreSQL ${version} is too old; version ${oldestVersion} or newer is needed.`);
  }
  if (encoding !== 'UTF8') {
    throw new RefusedStartError(
      `The database’s encoding is ${encoding}, which can't hold every name. Make one with: create database ... encoding 'UTF8' template template0.`,
    );
  }
  if (isStandby) {
    throw new RefusedStartError('DATABASE_URL leads to a standby, which may only be read. Let it lead to the primary.');
  }
  if (schema === null) {
    throw new RefusedStartError('The search_path names no schema that exists. Create it, or correct DATABASE_URL.');
  }
  if (tables.length > 0 && !tables.includes('schema_migration')) {
    throw new RefusedStartError(
      `The schema ${schema} is another program's. Give the bot a database or a schema of its own; nothing was changed.`,
    );
  }
  return tables.length > 0;
}
