import { RefusedStartError } from '../errors.ts';

/** The error for a database file that can't be opened as ours, for whatever reason the system or SQLite gives. */
export function unusable(path: string, error: unknown): RefusedStartError {
  const why = error instanceof Error ? error.message : String(error);
  return new RefusedStartError(`The database ${path} can't be used: ${why}. Nothing in it was changed.`, {
    cause: error,
  });
}

/** Only a start brings a database up to date; whatever else this program does with it needs it so. */
export function outdated(): RefusedStartError {
  return new RefusedStartError('The database is older than this program. Start the bot once: it brings it up to date.');
}
