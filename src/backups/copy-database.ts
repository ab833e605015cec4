import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { BackupError, RefusedStartError } from '../errors.ts';
import { refuseForeign, refuseOtherVersion } from '../store/sqlite.ts';

export interface CopyOrder {
  from: string;
  /** A file that is not there yet. */
  to: string;
  /** The time of the copy, in milliseconds. */
  at: number;
}

/** For its owner alone: it holds people's data. */
const mode = 0o600;

/** What a copy is called until it is whole. */
export const partialEnding = '.partial';

const busyTimeoutMs = 5_000;
const allPages = 0x7f_ff_ff_ff;

/**
 * Copies a SQLite database that may be served at this moment. Under its name there is a whole and sound copy, or none.
 * @throws BackupError when it can't be written, when it would overwrite something, or when the copy is not sound;
 *   RefusedStartError when the database is not of this program's version.
 */
export async function copyDatabase({ from, to, at }: CopyOrder): Promise<void> {
  refuseExisting(to);
  const partial = `${to}.${randomUUID()}${partialEnding}`;
  try {
    closeSync(openSync(partial, 'wx', mode));
    await copyPages(from, partial);
    finish(partial, at);
    refuseExisting(to);
    renameSync(partial, to);
    syncFolder(dirname(to));
  } catch (error) {
    for (const ending of ['', '-journal', '-wal', '-shm']) rmSync(`${partial}${ending}`, { force: true });
    if (error instanceof BackupError || error instanceof RefusedStartError) throw error;
    const { code = 'UNKNOWN', message } = error as { code?: string; message: string };
    throw new BackupError(code, `The database could not be copied to ${to}: ${message}.`, { cause: error });
  }
}

function refuseExisting(to: string): void {
  if (existsSync(to)) throw new BackupError('EEXIST', `${to} exists already, and nothing is overwritten.`);
}

/** All in one step: a copy that is made in several begins anew whenever another process writes meanwhile. */
async function copyPages(from: string, to: string): Promise<void> {
  // Not SQLite's own read-only mode: that leaves its WAL files behind, with their owner (observed).
  const source = new Database(from, { fileMustExist: true, timeout: busyTimeoutMs });
  try {
    source.pragma('query_only = on');
    refuseForeign(source);
    refuseOtherVersion(source);
    await source.backup(to, { progress: () => allPages });
  } finally {
    source.close();
  }
}

/**
 * Makes one file of it, checks it, and writes into it what it is. Whoever serves it one day must not repeat what was
 * done after it was made: what was owed then counts as tried, so that it is looked for before it is done.
 */
function finish(path: string, at: number): void {
  const copy = new Database(path);
  try {
    copy.pragma('journal_mode = delete');
    copy.transaction(() => {
      copy.prepare('update team set copied_at = ?, restored_at = null').run(at);
      copy
        .prepare(
          `update delivery set locked_by = null, locked_until = null, attempts = max(attempts, 1),
             first_attempt_at = coalesce(first_attempt_at, ?) where state = 'ready'`,
        )
        .run(at);
    })();
    const soundness: unknown = copy.pragma('integrity_check(1)', { simple: true });
    if (soundness !== 'ok') throw new BackupError('DAMAGED', 'The copy is damaged, and so may be the database.');
    refuseOtherVersion(copy);
  } finally {
    copy.close();
  }
}

/** The new name survives a power cut as well. */
function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
