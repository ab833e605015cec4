import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { RefusedStartError } from '../errors.ts';
import { unusable } from './unusable.ts';

export function lockPath(databasePath: string): string {
  return `${databasePath}.lock`;
}

/**
 * Keeps a second process from serving the same database: it would poll, claim and post beside the first.
 * The lock is an open exclusive transaction on a file of its own, so the operating system drops it even on kill -9.
 * @returns a function that gives the lock back.
 * @throws RefusedStartError when another process holds it, or nothing can be written there.
 */
export function lockForOneProcess(databasePath: string): () => void {
  const lock = openLock(databasePath);
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if (!isHeld(error)) throw unusable(databasePath, error);
    throw new RefusedStartError(
      `Another process serves the database ${databasePath} already. Stop it first, or give this one a DATABASE_URL of its own.`,
      { cause: error },
    );
  }
  return () => {
    lock.close();
  };
}

function openLock(databasePath: string): Database.Database {
  try {
    mkdirSync(dirname(databasePath), { recursive: true });
    return new Database(lockPath(databasePath), { timeout: 0 });
  } catch (error) {
    throw unusable(databasePath, error);
  }
}

function isHeld(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY';
}
