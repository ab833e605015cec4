import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import { RefusedStartError } from '../../errors.ts';
import { migrations } from '../migrations/all.ts';
import { nothingRegistered, type ReadOnlyStore } from '../read-only.ts';
import { registrationQueries } from '../registration-queries.ts';
import type { Schema } from '../schema.ts';
import { createGuardedPool } from './guarded-pool.ts';
import { inspectSchema } from './inspect-schema.ts';
import { isHeld, keys } from './keys.ts';
import { countAppliedMigrations } from './migrate.ts';
import { withClient } from './with-client.ts';

/**
 * Opens the database to look at it, beside processes that may be serving it. Nothing in it is changed.
 * @throws RefusedStartError, ConfigurationError or DatabaseUnavailableError when a start would fail.
 */
export async function openPostgresForReading(url: string): Promise<ReadOnlyStore> {
  const applied = await withClient(url, async (client) => {
    const count = (await inspectSchema(client)) ? await countAppliedMigrations(client, migrations) : 0;
    const { rows } = await client.query<{ may: boolean; schema: string }>(
      `select has_schema_privilege(current_schema(), 'create') as may, current_schema()::text as schema`,
    );
    if (count < migrations.length && rows[0]?.may !== true) {
      throw new RefusedStartError(
        `The role may not make tables in the schema ${rows[0]?.schema ?? ''}: grant create on it, or own it.`,
      );
    }
    return count;
  });
  const pool = createGuardedPool(url, () => undefined);
  const kysely = new Kysely<Schema>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin()],
  });
  return {
    registrations: applied > 0 ? registrationQueries(kysely) : nothingRegistered,
    pendingMigrations: migrations.length - applied,
    close: async () => {
      await kysely.destroy();
      await pool.end();
    },
  };
}

/** Whether any process serves this database; false as well when it does not answer. */
export async function isLed(url: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ isLed: boolean }>(`select ${isHeld(keys.lead)} as "isLed"`);
    return rows[0]?.isLed === true;
  }).catch(() => false);
}
