import { readFile, writeFile } from 'node:fs/promises';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished, vi } from 'vitest';
import { RefusedStartError } from '../../../src/errors.ts';
import { migrations } from '../../../src/store/migrations/all.ts';
import { openSqliteStore } from '../../../src/store/sqlite.ts';
import { team } from '../../support/fake-chat.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { openTemporaryStore, temporaryPath } from '../../support/temporary-store.ts';

const clock = new FakeClock();

async function makeDatabase(...changes: string[]): Promise<string> {
  const path = await temporaryPath();
  await openSqliteStore(path, clock).close();
  const database = new Database(path);
  for (const change of changes) database.exec(change);
  database.close();
  return path;
}

function dump(path: string): unknown {
  const database = new Database(path, { readonly: true });
  const rows = [
    database.prepare('select * from sqlite_schema').all(),
    database.prepare('select * from schema_migration').all(),
  ];
  database.close();
  return rows;
}

it('creates the file and its folder', async () => {
  const path = `${await temporaryPath()}/a/b.db`;
  const store = openSqliteStore(path, clock);
  await expect(store.ping()).resolves.toBeUndefined();
  await store.close();
});

it('brings the schema up to date once, and keeps what is in it', async () => {
  const path = await makeDatabase(`insert into team (id, name, bot_user_id) values ('t', 'acme', 'bot')`);
  const store = openSqliteStore(path, clock);
  expect(await store.registrations.team('acme')).toMatchObject({ id: 't' });
  await store.close();
  const database = new Database(path, { readonly: true });
  expect(database.prepare('select count(*) from schema_migration').pluck().get()).toBe(migrations.length);
  database.close();
});

it('leaves a newer schema as it is and says so', async () => {
  const path = await makeDatabase(`insert into schema_migration values (99, 'future', 'abc', 1)`);
  const before = dump(path);
  expect(() => openSqliteStore(path, clock)).toThrow(RefusedStartError);
  expect(() => openSqliteStore(path, clock)).toThrow(/version 99.*newer/);
  expect(dump(path)).toEqual(before);
});

it('leaves a schema made by another build as it is and says so', async () => {
  const path = await makeDatabase(`update schema_migration set checksum = 'foreign'`);
  const before = dump(path);
  expect(() => openSqliteStore(path, clock)).toThrow(/another build/);
  expect(dump(path)).toEqual(before);
});

it("leaves another program's database as it is, to the byte", async () => {
  const path = await temporaryPath();
  const foreign = new Database(path);
  foreign.exec('create table invoice (id integer)');
  foreign.close();
  const before = await readFile(path);
  expect(() => openSqliteStore(path, clock)).toThrow(/another program's database/);
  expect(await readFile(path)).toEqual(before);
});

it('refuses a file that is no database, and leaves it as it is', async () => {
  const path = await temporaryPath();
  await writeFile(path, 'Dear diary, today I was mistaken for a database.'.repeat(200));
  const before = await readFile(path);
  expect(() => openSqliteStore(path, clock)).toThrow(RefusedStartError);
  expect(await readFile(path)).toEqual(before);
});

it('refuses a path that is a folder', async () => {
  const path = await temporaryPath();
  expect(() => openSqliteStore(`${path}/..`, clock)).toThrow(RefusedStartError);
});

it('is durable: a write-ahead log that reaches the disk with every transaction', async () => {
  const pragma = vi.spyOn(Database.prototype, 'pragma');
  onTestFinished(() => {
    pragma.mockRestore();
  });
  await openTemporaryStore(clock);
  const [connection] = pragma.mock.contexts as Database.Database[];
  const read = (name: string): unknown => connection?.pragma(name, { simple: true });
  expect([read('journal_mode'), read('synchronous'), read('foreign_keys')]).toEqual(['wal', 2, 1]);
});

it('refuses a database that does not take its settings', async () => {
  const path = await temporaryPath();
  const pragma = vi.spyOn(Database.prototype, 'pragma').mockReturnValue('delete');
  onTestFinished(() => {
    pragma.mockRestore();
  });
  expect(() => openSqliteStore(path, clock)).toThrow(/journal_mode is delete although wal was asked for/);
});

it('holds rows to their references', async () => {
  const store = await openTemporaryStore(clock);
  const orphan = { teamId: team.id, invitationId: 'nobody', kind: 'created', at: 1, actor: 'test' } as const;
  await expect(store.invitations.addEvent(orphan)).rejects.toThrow(/FOREIGN KEY/);
});

it('a ping of a closed database fails', async () => {
  const store = openSqliteStore(await temporaryPath(), clock);
  await store.close();
  await expect(store.ping()).rejects.toThrow();
});
