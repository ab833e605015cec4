import { copyDatabase } from './backups/copy-database.ts';
import { loadConfigs, type Config, type Environment } from './config.ts';
import { databasePath } from './database.ts';
import { ConfigurationError } from './errors.ts';
import { systemClock } from './ports/clock.ts';

/**
 * `npm run backup -- FILE`: copies the database, whether or not the bot serves.
 * @returns the exit code: 0, or 2 for words it does not know.
 * @throws ConfigurationError, RefusedStartError, BackupError.
 */
export async function backup(words: readonly string[], environment?: Environment): Promise<number> {
  const [to, ...rest] = words;
  if (to === undefined || to.startsWith('-') || rest.length > 0) {
    process.stderr.write('Usage: kchat-invite backup FILE\n');
    return 2;
  }
  await copyDatabase({ from: fileToCopy(loadConfigs(environment)[0]), to, at: systemClock.now() });
  process.stdout.write(`Copied to ${to}, and checked. SECRET_KEY is not in it; keep that elsewhere.\n`);
  return 0;
}

/** @throws ConfigurationError where the database is no file; what serves it has a better way. */
export function fileToCopy(config: Pick<Config, 'DATABASE_URL'>): string {
  const path = databasePath(config);
  if (path !== undefined) return path;
  throw new ConfigurationError([
    'DATABASE_URL: only a file is copied by this program. Copy a PostgreSQL database with pg_dump, and leave BACKUP_DIR empty.',
  ]);
}
