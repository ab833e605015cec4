import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { backup, fileToCopy } from '../src/backup.ts';
import { BackupError, ConfigurationError } from '../src/errors.ts';
import { FakeClock } from './support/fake-clock.ts';
import { openTemporaryStore } from './support/temporary-store.ts';

let environment: Record<string, string>;
let folder: string;
let said: string;
beforeEach(async () => {
  const { path } = await openTemporaryStore(new FakeClock());
  folder = dirname(path);
  environment = {
    ...{ KCHAT_URL: 'https://acme.kchat.infomaniak.com', PUBLIC_URL: 'https://invite.acme.ch' },
    DATABASE_URL: `file:${path}`,
  };
  said = '';
  for (const stream of [process.stdout, process.stderr]) {
    const spy = vi.spyOn(stream, 'write').mockImplementation((text) => {
      said += String(text);
      return true;
    });
    onTestFinished(() => {
      spy.mockRestore();
    });
  }
});

const copies = async () => (await readdir(folder)).filter((name) => name.startsWith('copy'));

it('copies where it is told to, says so, and never overwrites', async () => {
  const to = join(folder, 'copy.db');
  expect(await backup([to], environment)).toBe(0);
  expect(said).toContain('and checked');
  await expect(backup([to], environment)).rejects.toThrow(BackupError);
  expect(await copies()).toEqual(['copy.db']);
});

it.each([[], ['--help'], ['copy.db', 'another.db']])('knows its words: %s', async (...words) => {
  expect(await backup(words, environment)).toBe(2);
  expect(said).toContain('Usage: kchat-invite backup FILE');
  expect(await copies()).toEqual([]);
});

it('makes nothing where there is no database', async () => {
  const nowhere = { ...environment, DATABASE_URL: `file:${join(folder, 'nowhere.db')}` };
  await expect(backup([join(folder, 'copy.db')], nowhere)).rejects.toThrow(BackupError);
  expect((await readdir(folder)).filter((name) => name.startsWith('nowhere') || name.startsWith('copy'))).toEqual([]);
});

it('copies files only; for a database of another kind it names the tool', () => {
  expect(fileToCopy({ DATABASE_URL: 'file:./data/bot.db' })).toBe('./data/bot.db');
  const refuse = () => fileToCopy({ DATABASE_URL: 'postgres://bot@localhost/bot' });
  expect(refuse).toThrow(ConfigurationError);
  expect(refuse).toThrow(/pg_dump/);
});
