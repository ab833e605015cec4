import { spawn } from 'node:child_process';
import { once } from 'node:events';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { RefusedStartError } from '../../../src/errors.ts';
import { lockForOneProcess } from '../../../src/store/single-process-lock.ts';
import { openSqliteStore } from '../../../src/store/sqlite.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { temporaryPath } from '../../support/temporary-store.ts';

it('a transaction holds the right to write from its first read on', async () => {
  const path = await temporaryPath();
  const store = openSqliteStore(path, new FakeClock());
  const other = new Database(path, { timeout: 0 });
  onTestFinished(() => void other.close());
  const writeBeside = () => other.exec(`insert into team (id, name, bot_user_id) values ('t', 'acme', 'bot')`);

  await store.transaction(async ({ registrations }) => {
    expect(await registrations.team('acme')).toBeUndefined();
    // With a deferred transaction this would go through, and the write below would fail.
    expect(writeBeside).toThrow(/locked/);
    await registrations.saveTeam({ id: 't2', name: 'beta', botUserId: 'bot', sealedBotToken: undefined });
  });
  expect(writeBeside).not.toThrow();
  await store.close();
});

it('a database is served by one process at a time', async () => {
  const path = await temporaryPath();
  const unlock = lockForOneProcess(path);
  expect(() => lockForOneProcess(path)).toThrow(RefusedStartError);
  unlock();
  lockForOneProcess(path)();
});

it('another process keeps the lock until it dies, by kill -9 as well', async () => {
  const path = await temporaryPath();
  const lockModule = new URL('../../../src/store/single-process-lock.ts', import.meta.url).href;
  const script = `
    const { lockForOneProcess } = await import(${JSON.stringify(lockModule)});
    globalThis.unlock = lockForOneProcess(${JSON.stringify(path)});
    console.log('locked');
    setInterval(() => {}, 1_000);`;
  const holder = spawn(process.execPath, ['--input-type=module', '--eval', script]);
  onTestFinished(() => void holder.kill('SIGKILL'));
  await once(holder.stdout, 'data');
  expect(() => lockForOneProcess(path)).toThrow(/Another process/);

  holder.kill('SIGKILL');
  await once(holder, 'exit');
  lockForOneProcess(path)();
});
