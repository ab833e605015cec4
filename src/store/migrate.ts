import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { RefusedStartError } from '../errors.ts';

export interface Migration {
  version: number;
  name: string;
  statements: readonly string[];
}

export interface AppliedMigration {
  version: number;
  name: string;
  checksum: string;
}

/** Where it is written down which migrations a database has had. */
export const historyTable = `create table if not exists schema_migration (
  version integer primary key, name text not null, checksum text not null, applied_at integer not null
) strict`;

/**
 * Brings the database forward, all in one transaction; never back.
 * @throws RefusedStartError when the database was made by a newer program or by migrations that differ from ours.
 */
export function migrate(database: Database, migrations: readonly Migration[], now: number): void {
  database
    .transaction(() => {
      database.exec(historyTable);
      const applied = countApplied(database, migrations);
      const record = database.prepare(
        'insert into schema_migration (version, name, checksum, applied_at) values (?, ?, ?, ?)',
      );
      for (const migration of migrations.slice(applied)) {
        for (const statement of migration.statements) database.exec(statement);
        record.run(migration.version, migration.name, checksumOf(migration), now);
      }
    })
    .immediate();
}

/**
 * How many of the migrations the database has had.
 * @throws RefusedStartError when it was made by a newer program or by migrations that differ from ours.
 */
export function countApplied(database: Database, migrations: readonly Migration[]): number {
  const applied = database.prepare('select version, name, checksum from schema_migration order by version').all();
  verifyHistory(applied as AppliedMigration[], migrations);
  return applied.length;
}

/** @throws RefusedStartError when these were applied by a newer program or differ from ours. */
export function verifyHistory(applied: readonly AppliedMigration[], migrations: readonly Migration[]): void {
  for (const [index, row] of applied.entries()) {
    const migration = migrations[index];
    if (!migration) {
      throw new RefusedStartError(
        `The database has schema version ${row.version} (${row.name}), newer than this program knows. Start the newer program, or restore a backup made before the upgrade.`,
      );
    }
    if (migration.version !== row.version || checksumOf(migration) !== row.checksum) {
      throw new RefusedStartError(
        `The database's schema version ${row.version} (${row.name}) differs from this program's. It was made by another build; nothing was changed.`,
      );
    }
  }
}

/** White space does not count, so that reformatting a migration does not lock anybody out. */
export function checksumOf(migration: Migration): string {
  const text = migration.statements.map((statement) => statement.replace(/\s+/g, ' ').trim()).join(';');
  return createHash('sha256').update(text).digest('hex');
}
