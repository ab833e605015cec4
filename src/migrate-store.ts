import { databasePath } from './database.ts';
import { systemClock } from './ports/clock.ts';
import { copyStore } from './store/copy/copy-store.ts';

const usage = `Usage: kchat-invite migrate-store FROM TO
  FROM  the SQLite database of a bot that is stopped, such as file:./data/kchat-invite.db
  TO    an empty PostgreSQL database, such as postgres://bot@database/kchat_invite; PGPASSWORD may hold the password
`;

/**
 * `npm run migrate-store -- FROM TO`: copies a SQLite database to PostgreSQL, and compares the two.
 * @returns the exit code: 0, or 2 for words it does not know.
 * @throws RefusedStartError, ConfigurationError or DatabaseUnavailableError when it can't be done; then nothing was.
 */
export async function migrateStore(words: readonly string[]): Promise<number> {
  const [from = '', to = '', ...rest] = words;
  const path = from.startsWith('file:') ? databasePath({ DATABASE_URL: from }) : undefined;
  if (path === undefined || !/^postgres(ql)?:\/\//.test(to) || rest.length > 0) {
    process.stderr.write(usage);
    return 2;
  }
  process.stdout.write(line('table', 'rows', 'sha-256, the same on both sides'));
  let total = 0;
  await copyStore(path, to, systemClock.now(), ({ name, rows, hash }) => {
    total += rows;
    process.stdout.write(line(name, String(rows), hash.slice(0, 16)));
  });
  process.stdout.write(
    `Copied ${total} rows. Set DATABASE_URL to the new database and start the bot; SECRET_KEY stays.\n`,
  );
  return 0;
}

function line(name: string, rows: string, hash: string): string {
  return `${name.padEnd(20)} ${rows.padStart(9)}  ${hash}\n`;
}
