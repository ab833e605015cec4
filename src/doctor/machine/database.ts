import { existsSync } from 'node:fs';
import type { ServeConfig } from '../../config.ts';
import { databasePath } from '../../database.ts';
import { RefusedStartError } from '../../errors.ts';
import { readRegistered, type Registered } from '../../registered.ts';
import { nothingRegistered, openForReading } from '../../store/read-only.ts';
import { failure, ok, type Diagnosis } from '../diagnosis.ts';
import { checkPostgres } from './postgres.ts';

/** Whether the database is ours and this program can work with it; and what `register` left in it. */
export async function checkDatabase(config: ServeConfig): Promise<Diagnosis<Registered>> {
  const path = databasePath(config);
  if (path === undefined) return checkPostgres(config);
  if (!existsSync(path)) {
    const registered = await readRegistered({ registrations: nothingRegistered }, config);
    return ok(`${path} does not exist yet and will be created.`, registered);
  }
  try {
    const database = openForReading(path);
    try {
      const registered = await readRegistered(database, config);
      const { pendingMigrations } = database;
      const update = pendingMigrations > 0 ? ' Its schema is older and is brought up to date at the next start.' : '';
      return ok(`${path} is sound.${update}`, registered);
    } finally {
      await database.close();
    }
  } catch (error) {
    if (!(error instanceof RefusedStartError)) throw error;
    return failure(error.message, 'Correct DATABASE_URL, restore a backup, or start the program that made it.');
  }
}
