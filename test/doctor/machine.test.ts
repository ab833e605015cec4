import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { lockForOneProcess } from '../../src/store/single-process-lock.ts';
import { startRawServer } from '../kchat/raw-server.ts';
import { openClinic } from './clinic.ts';

const nobody = 'http://127.0.0.1:1';

describe('the doctor and the configuration', () => {
  it('names every variable that is wrong and checks nothing else', async () => {
    const { examine } = await openClinic();
    const { checks, summary } = await examine({ PORT: 'eighty', SECRET_KEY: 'short' });
    expect(checks[0]).toMatchObject({ check: 'configuration', status: 'failure' });
    expect(checks[0]?.message).toMatch(/PORT must be .*SECRET_KEY must be /);
    expect(checks[0]?.remedy).toContain('.env.example');
    expect(summary).toMatchObject({ ok: 0, failure: 1, skipped: checks.length - 1 });
    expect(checks.at(-1)?.message).toBe('Not checked: configuration has to be right first.');
  });
});

describe('the doctor and the database', () => {
  it('takes a missing one for what it is before the first start, and does not create it', async () => {
    const { finding, folder } = await openClinic();
    const found = await finding('database', { DATABASE_URL: `file:${join(folder, 'new', 'bot.db')}` });
    expect(found).toMatchObject({ status: 'ok', message: expect.stringContaining('will be created') as string });
    expect(await readdir(folder)).toEqual(['bot.db']);
  });

  it('refuses another program’s', async () => {
    const { finding, folder } = await openClinic();
    const path = join(folder, 'other.db');
    new Database(path).exec('create table recipe (id integer)').close();
    const found = await finding('database', { DATABASE_URL: `file:${path}` });
    expect(found.status).toBe('failure');
    expect(found.message).toContain("another program's database");
    expect(found.remedy).toContain('DATABASE_URL');
  });

  it('refuses one that a newer program has changed', async () => {
    const { finding, folder } = await openClinic();
    new Database(join(folder, 'bot.db'))
      .exec("insert into schema_migration values (99, 'from the future', 'x', 0)")
      .close();
    const found = await finding('database');
    expect(found).toMatchObject({ status: 'failure', message: expect.stringContaining('newer than this') as string });
  });

  it('refuses a file that is no database', async () => {
    const { finding, folder } = await openClinic();
    const path = join(folder, 'notes.db');
    await writeFile(path, 'Milk, bread, and a very long list of other things that are no database at all');
    expect(await finding('database', { DATABASE_URL: `file:${path}` })).toMatchObject({ status: 'failure' });
  });

  it('says that an older one is brought up to date', async () => {
    const { finding, folder } = await openClinic();
    const path = join(folder, 'empty.db');
    await writeFile(path, '');
    const found = await finding('database', { DATABASE_URL: `file:${path}` });
    expect(found).toMatchObject({ status: 'ok', message: expect.stringContaining('at the next start') as string });
  });

  it('leaves it as it is, to the byte', async () => {
    const { examine, folder } = await openClinic();
    const before = await readFile(join(folder, 'bot.db'));
    expect((await examine()).summary.failure).toBe(0);
    expect(await readFile(join(folder, 'bot.db'))).toEqual(before);
    expect(await readdir(folder)).toEqual(['bot.db']);
  });

  it('tells a folder into which nothing can be written', async () => {
    const { finding, folder } = await openClinic();
    const blocked = join(folder, 'bot.db', 'inside-a-file');
    const found = await finding('database-folder', { DATABASE_URL: `file:${join(blocked, 'bot.db')}` });
    expect(found).toMatchObject({ status: 'failure', message: expect.stringContaining('ENOTDIR') as string });
    expect(found.remedy).toContain('DATABASE_URL');
  });
});

describe('the doctor and PUBLIC_URL', () => {
  it('refuses this machine’s own address for a kChat that is elsewhere', async () => {
    const { finding } = await openClinic();
    const found = await finding('public-url', { KCHAT_URL: 'http://kchat.invalid' });
    expect(found).toMatchObject({ status: 'failure', message: expect.stringContaining('can’t reach') as string });
    expect(found.remedy).toContain('reverse proxy');
  });

  it('warns of an address without TLS', async () => {
    const { finding } = await openClinic();
    const found = await finding('public-url', { PUBLIC_URL: 'http://bot.invalid' });
    expect(found).toMatchObject({ status: 'warning', remedy: expect.stringContaining('TLS') as string });
  });

  it('says that the bot answers there', async () => {
    const { finding } = await openClinic();
    expect(await finding('serving')).toMatchObject({ status: 'ok' });
  });

  it('says that the bot is not running when nobody answers and nobody holds the database', async () => {
    const { finding } = await openClinic();
    const found = await finding('serving', { PUBLIC_URL: nobody });
    expect(found).toMatchObject({ status: 'warning', remedy: expect.stringContaining('npm start') as string });
  });

  it('suspects the proxy when the bot runs and nobody answers', async () => {
    const { finding, folder } = await openClinic();
    onTestFinished(lockForOneProcess(join(folder, 'bot.db')));
    const found = await finding('serving', { PUBLIC_URL: nobody });
    expect(found).toMatchObject({ status: 'warning', remedy: expect.stringContaining('127.0.0.1:8085') as string });
  });

  it('notices when another program answers', async () => {
    const { finding } = await openClinic();
    const PUBLIC_URL = await startRawServer((_request, response) => response.end('<h1>Welcome to nginx!</h1>'));
    expect((await finding('serving', { PUBLIC_URL })).message).toContain('by another program');
  });
});
