import {
  CompiledQuery,
  PostgresDialect,
  PostgresDriver,
  type DatabaseConnection,
  type Driver,
  type PostgresDialectConfig,
} from 'kysely';
import { keys } from './keys.ts';

/**
 * One transaction after the other, by whichever process, as on SQLite (`begin immediate`): what a transaction has read is
 * still true when it writes. Single statements run beside it. Held by the server, so it is gone with the connection.
 */
const beginAlone = `begin; select pg_advisory_xact_lock(${keys.writes})`;

class SerialPostgresDriver extends PostgresDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await connection.executeQuery(CompiledQuery.raw(beginAlone));
    } catch (error) {
      // Begun all the same, and Kysely ends only what it knows to have begun.
      await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => undefined);
      throw error;
    }
  }
}

/** PostgreSQL whose transactions never run side by side. */
export class SerialPostgresDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;

  constructor(config: PostgresDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new SerialPostgresDriver(this.#config);
  }
}
