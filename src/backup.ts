import { copyDatabase } from './backups/copy-database.ts';
import { loadConfig } from './config.ts';
import { databasePath } from './database.ts';
import { systemClock } from './ports/clock.ts';

/**
 * `npm run backup -- FILE`: copies the database, whether or not the bot serves.
 * @returns the exit code: 0, or 2 for words it does not know.
 * @throws ConfigurationError, RefusedStartError, BackupError.
 */
export async function backup(words: readonly string[]): Promise<number> {
  const [to, ...rest] = words;
  if (to === undefined || to.startsWith('-') || rest.length > 0) {
    process.stderr.write('Usage: kchat-invite backup FILE\n');
    return 2;
  }
  await copyDatabase({ from: databasePath(loadConfig()), to, at: systemClock.now() });
  process.stdout.write(`Copied to ${to}, and checked. SECRET_KEY is not in it; keep that elsewhere.\n`);
  return 0;
}
