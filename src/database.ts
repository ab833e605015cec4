import type { Config } from './config.ts';
import { systemClock } from './ports/clock.ts';
import type { Store } from './ports/store.ts';
import { openSqliteBeside, openSqliteStore } from './store/sqlite.ts';

/** The file that a `file:` DATABASE_URL names. */
export function databasePath({ DATABASE_URL }: Pick<Config, 'DATABASE_URL'>): string {
  return DATABASE_URL.replace(/^file:(?:\/\/(?=\/))?/, '');
}

export function openStore(config: Pick<Config, 'DATABASE_URL'>): Store {
  return openSqliteStore(databasePath(config), systemClock);
}

/**
 * Opens a database as it is, to look after what is in it, whether or not a process serves it.
 * @throws RefusedStartError when it is not there, not ours, or of another version.
 */
export function openBeside(config: Pick<Config, 'DATABASE_URL'>): Store {
  return openSqliteBeside(databasePath(config));
}
