import { existsSync } from 'node:fs';
import { mkdtemp, rmdir, statfs } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { ServeConfig } from '../../config.ts';
import { databasePath } from '../../database.ts';
import { failure, ok, warning, type Diagnosis } from '../diagnosis.ts';

/** Bytes. A team's years of invitations take less; below it, other programs may fill the rest any day. */
const comfortableSpace = 100 * 1024 * 1024;

/** Whether files can be made where the database lies; SQLite needs that beside an existing file, too. */
export async function checkDatabaseFolder(config: ServeConfig): Promise<Diagnosis> {
  const path = databasePath(config);
  if (path === undefined) return ok('The database is PostgreSQL; it needs no folder here.');
  const folder = nearestExisting(dirname(resolve(path)));
  try {
    // Tried, because rights alone tell nothing of read-only mounts and full disks.
    await rmdir(await mkdtemp(join(folder, '.kchat-invite-doctor-')));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    return failure(
      `Nothing can be written into ${folder} (${code}).`,
      'Give the bot’s user the right to write there, make room, or put the database elsewhere with DATABASE_URL.',
    );
  }
  const { bavail, bsize } = await statfs(folder);
  const megabytes = Math.floor((bavail * bsize) / 1024 / 1024);
  if (bavail * bsize >= comfortableSpace) return ok(`${folder} can be written to and has room.`);
  return warning(`Only ${megabytes} MB are free in ${folder}.`, 'Make room before the disk is full.');
}

function nearestExisting(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearestExisting(dirname(folder));
}
