import type { ServeConfig } from '../../config.ts';
import { ConfigurationError, DatabaseUnavailableError, RefusedStartError } from '../../errors.ts';
import { readRegistered, type Registered } from '../../registered.ts';
import { openPostgresForReading } from '../../store/postgres/look.ts';
import { failure, ok, type Diagnosis } from '../diagnosis.ts';

/** Whether the schema that DATABASE_URL leads to is ours, or could become so; and what `register` left in it. */
export async function checkPostgres(config: ServeConfig): Promise<Diagnosis<Registered>> {
  try {
    const database = await openPostgresForReading(config.DATABASE_URL);
    try {
      const registered = await readRegistered(database, config);
      const { pendingMigrations } = database;
      const update = pendingMigrations > 0 ? ' Its schema is brought up to date at the next start.' : '';
      return ok(`PostgreSQL answers.${update}`, registered);
    } finally {
      await database.close();
    }
  } catch (error) {
    if (error instanceof DatabaseUnavailableError) {
      return failure(error.message, 'Start the server, or correct the host and the port in DATABASE_URL.');
    }
    if (!(error instanceof ConfigurationError || error instanceof RefusedStartError)) throw error;
    return failure(error.message, 'Correct DATABASE_URL, or prepare the database as docs/scaling.md says.');
  }
}
