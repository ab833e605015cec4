import {
  CamelCasePlugin,
  HandleEmptyInListsPlugin,
  Kysely,
  PostgresDialect,
  replaceWithNoncontingentExpression,
  sql,
} from 'kysely';
import type { Clock } from '../ports/clock.ts';
import type { Store, TeamsStore } from '../ports/store.ts';
import { migrations } from './migrations/all.ts';
import { createGuardedPool } from './postgres/guarded-pool.ts';
import { inspectSchema } from './postgres/inspect-schema.ts';
import { channel } from './postgres/keys.ts';
import { countAppliedMigrations, migratePostgres } from './postgres/migrate.ts';
import { retryConflicts } from './postgres/retry-conflicts.ts';
import { Turns } from './postgres/turns.ts';
import { inTransaction, withClient } from './postgres/with-client.ts';
import { createQueries } from './queries.ts';
import type { Schema } from './schema.ts';
import { outdated } from './unusable.ts';

export interface PostgresStore extends TeamsStore {
  /** Tells every process that listens. */
  notify: (payload: string) => Promise<void>;
}

/**
 * Opens the PostgreSQL store and brings its schema up to date.
 * @param url `postgres://user@host/database`.
 * @param onLost told when an idle connection breaks; the next query gets a new one.
 * @throws ConfigurationError, RefusedStartError or DatabaseUnavailableError when it can't be used; nothing in it is
 *   changed then.
 */
export async function openPostgresStore(
  url: string,
  clock: Clock,
  onLost: (error: Error) => void = () => undefined,
): Promise<PostgresStore> {
  await withClient(url, (client) => inTransaction(client, () => migratePostgres(client, migrations, clock.now())));
  return storeOver(url, onLost);
}

/**
 * Opens an existing PostgreSQL store beside processes that may be serving it. Its schema stays as it is.
 * @throws RefusedStartError when it is not ours or of another version; otherwise as `openPostgresStore`.
 */
export async function openPostgresBeside(url: string): Promise<Store> {
  await withClient(url, async (client) => {
    const applied = (await inspectSchema(client)) ? await countAppliedMigrations(client, migrations) : 0;
    if (applied < migrations.length) throw outdated();
  });
  return storeOver(url, () => undefined);
}

function storeOver(url: string, onLost: (error: Error) => void): PostgresStore {
  const pool = createGuardedPool(url, onLost);
  const kysely = new Kysely<Schema>({
    dialect: new PostgresDialect({ pool }),
    plugins: [
      new CamelCasePlugin(),
      // SQLite takes `in ()` for what it means.
      new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression }),
    ],
  });
  const queries = createQueries(kysely);
  const turns = new Turns(kysely);
  const store: PostgresStore = {
    ...queries,
    deliveries: {
      ...queries.deliveries,
      // Of two processes that would run the same kind and target, one looks again.
      claim: (options) => retryConflicts(() => queries.deliveries.claim(options)),
    },
    transaction: turns.of(),
    forTeam: (teamId) => ({ ...store, transaction: turns.of(teamId) }),
    ping: async () => {
      await kysely.selectFrom('team').select('id').limit(1).execute();
    },
    notify: async (payload) => {
      await sql`select pg_notify(${sql.raw(channel)}, ${payload})`.execute(kysely);
    },
    close: async () => {
      await kysely.destroy();
      // Kysely ends only a pool that it has used.
      await pool.end();
    },
  };
  return store;
}
