import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createBackups, type FolderOptions } from '../../src/backups/folder.ts';
import { BackupError } from '../../src/errors.ts';
import { FakeClock, days } from '../support/fake-clock.ts';
import { temporaryPath } from '../support/temporary-store.ts';

const night = new FakeClock().now();

let folder: string;
let copied: string[];
beforeEach(async () => {
  folder = await temporaryPath();
  copied = [];
});

const open = (changes: Partial<FolderOptions> = {}) =>
  createBackups({
    from: 'bot.db',
    folder,
    keep: 3,
    copy: async ({ to }) => {
      copied.push(to);
      await writeFile(to, 'a copy');
    },
    ...changes,
  });

describe('the folder of the copies', () => {
  it('is made for the program alone, with a copy named by its time', async () => {
    expect(await open().make(night)).toBe('kchat-invite-20261123T090000Z.db');
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect(await open().newest()).toBe(night);
  });

  it('keeps so many of the newest copies, and touches no other file', async () => {
    await mkdir(folder);
    for (const name of ['notes.txt', 'kchat-invite.db', 'before-upgrade.db']) await writeFile(join(folder, name), '');
    const backups = open();
    for (let day = 0; day < 6; day += 1) await backups.make(night + days(day));
    expect((await readdir(folder)).sort()).toEqual([
      'before-upgrade.db',
      'kchat-invite-20261126T090000Z.db',
      'kchat-invite-20261127T090000Z.db',
      'kchat-invite-20261128T090000Z.db',
      'kchat-invite.db',
      'notes.txt',
    ]);
    expect(await backups.newest()).toBe(night + days(5));
  });

  it('removes no old copy when the new one can’t be made', async () => {
    const backups = open();
    for (let day = 0; day < 3; day += 1) await backups.make(night + days(day));
    const failing = open({ copy: () => Promise.reject(new BackupError('ENOSPC', 'The disk is full.')) });
    await expect(failing.make(night + days(3))).rejects.toThrow('The disk is full');
    expect(await readdir(folder)).toHaveLength(3);
  });

  it('makes no copy twice: asked again after a crash, it is there', async () => {
    await open().make(night);
    await open().make(night);
    expect(copied).toHaveLength(1);
  });

  it('removes what a killed program has left of a copy', async () => {
    await mkdir(folder);
    const remains = 'kchat-invite-20261122T090000Z.db.3f2c.partial';
    for (const name of [remains, `${remains}-journal`, 'mine.partial']) await writeFile(join(folder, name), '');
    await open().make(night);
    expect((await readdir(folder)).sort()).toEqual(['kchat-invite-20261123T090000Z.db', 'mine.partial']);
  });

  it('has no newest copy before there is one', async () => {
    expect(await open().newest()).toBeUndefined();
  });

  it('says so when it can’t be used', async () => {
    await writeFile(folder, 'a file');
    await expect(open().make(night)).rejects.toMatchObject({ name: 'BackupError', code: 'EEXIST' });
  });
});
