import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { BackupError } from '../errors.ts';
import type { Backups } from '../ports/backups.ts';
import { partialEnding, type CopyOrder } from './copy-database.ts';

export interface FolderOptions {
  /** The database. */
  from: string;
  folder: string;
  /** How many copies are kept. */
  keep: number;
  copy: (order: CopyOrder) => Promise<void>;
}

/** The UTC time in a name sorts as it passes; no other file in the folder is ever touched. */
const namePattern = /^kchat-invite-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.db$/;

/** Copies with their time as their name, in a folder for the program alone. */
export function createBackups({ from, folder, keep, copy }: FolderOptions): Backups {
  const copies = async () => (await readdir(folder)).filter((name) => namePattern.test(name)).sort();

  return {
    async make(at) {
      const name = nameOf(at);
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await removeRemains(folder);
        if (!(await copies()).includes(name)) await copy({ from, to: join(folder, name), at });
        for (const old of (await copies()).slice(0, -keep)) await rm(join(folder, old));
        return name;
      } catch (error) {
        if (error instanceof BackupError) throw error;
        const { code = 'UNKNOWN', message } = error as NodeJS.ErrnoException;
        throw new BackupError(code, `The folder of the copies can't be used: ${message}.`, { cause: error });
      }
    },

    async newest() {
      const name = (await copies().catch(() => [])).at(-1);
      return name === undefined ? undefined : timeOf(name);
    },
  };
}

/** A copy that was under way when the program was killed is of no use, and as large as a whole one. */
async function removeRemains(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const [whole = ''] = name.split('.db.', 1);
    if (name.includes(partialEnding) && namePattern.test(`${whole}.db`)) await rm(join(folder, name), { force: true });
  }
}

function nameOf(at: number): string {
  return `kchat-invite-${new Date(at).toISOString().replace(/\.\d+|[-:]/g, '')}.db`;
}

function timeOf(name: string): number {
  const [, year, month, day, hour, minute, second] = namePattern.exec(name) ?? [];
  return Date.parse(`${year ?? ''}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}Z`);
}
