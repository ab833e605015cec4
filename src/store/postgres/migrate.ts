import type { ClientBase } from 'pg';
import { checksumOf, historyTable, verifyHistory, type AppliedMigration, type Migration } from '../migrate.ts';
import { inspectSchema } from './inspect-schema.ts';
import { keys } from './keys.ts';
import { forPostgres } from './translate.ts';

/**
 * Brings the schema forward; never back. Runs in a transaction of the caller's. Several processes may start at once:
 * one migrates, the others wait for it and find nothing left to do.
 * @throws RefusedStartError when the schema is another program's, or was made by a newer one or by migrations that
 *   differ from ours.
 */
export async function migratePostgres(
  client: ClientBase,
  migrations: readonly Migration[],
  now: number,
): Promise<void> {
  await client.query(`select pg_advisory_xact_lock(${keys.migration})`);
  await inspectSchema(client);
  await client.query(forPostgres(historyTable));
  const applied = await countAppliedMigrations(client, migrations);
  const due = migrations.slice(applied);
  // Processes that serve stand still meanwhile, between two transactions: a lock on each table would meet with theirs.
  if (due.length > 0) await client.query(`select pg_advisory_xact_lock(${keys.writes})`);
  for (const migration of due) {
    for (const statement of migration.statements) await client.query(forPostgres(statement));
    await client.query('insert into schema_migration (version, name, checksum, applied_at) values ($1, $2, $3, $4)', [
      ...[migration.version, migration.name, checksumOf(migration), now],
    ]);
  }
}

/**
 * How many of the migrations the schema has had.
 * @throws RefusedStartError when it was made by a newer program or by migrations that differ from ours.
 */
export async function countAppliedMigrations(client: ClientBase, migrations: readonly Migration[]): Promise<number> {
  const { rows } = await client.query<AppliedMigration>(
    'select version, name, checksum from schema_migration order by version',
  );
  verifyHistory(rows, migrations);
  return rows.length;
}
