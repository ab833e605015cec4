import { readFile, writeFile } from 'node:fs/promises';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished, vi } from 'vitest';
import { RefusedStartError } from '../../../src/errors.ts';
import { migrations } from '../../../src/store/migrations/all.ts';
import { lockForOneProcess } from '../../../src/store/single-process-lock.ts';
import { openSqliteStore } from '../../../src/store/sqlite.ts';
import { team } from '../../support/fake-chat.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { openTemporaryStore, temporaryPath } from '../../support/temporary-store.ts';
import { owedPoll } from '../owed-poll.ts';

const clock = new FakeClock();

async function makeDatabase(...changes: string[]): Promise<string> {
  const path = await temporaryPath();
  await openSqliteStore(path, clock).close();
  const database = new Database(path);
  for (const change of changes) database.exec(change);
  database.close();
  return path;
}

/** A store, and the connection under it. */
function openWatched(path: string) {
  const pragma = vi.spyOn(Database.prototype, 'pragma');
  onTestFinished(() => {
    pragma.mockRestore();
  });
  const store = openSqliteStore(path, clock);
  const [connection] = pragma.mock.contexts as Database.Database[];
  pragma.mockRestore();
  if (!connection) throw new Error('No connection was made');
  return { store, connection };
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

it('refuses a file in which a part was overwritten, and leaves it as it is', async () => {
  const path = await makeDatabase();
  const damaged = await readFile(path);
  // The last page, which nothing reads before somebody asks for what is in it.
  damaged.fill(0x5a, damaged.length - 4_096);
  await writeFile(path, damaged);
  expect(() => openSqliteStore(path, clock)).toThrow(/it is damaged/);
  expect(await readFile(path)).toEqual(damaged);
});

it('refuses a file of which the end is missing, and leaves it as it is', async () => {
  const path = await makeDatabase();
  const whole = await readFile(path);
  await writeFile(path, whole.subarray(0, whole.length / 2));
  expect(() => openSqliteStore(path, clock)).toThrow(RefusedStartError);
  expect(await readFile(path)).toHaveLength(whole.length / 2);
});

it('refuses a folder that can’t be made or written to, and says which file it is about', async () => {
  const path = await temporaryPath();
  await writeFile(path, '');
  for (const open of [openSqliteStore, lockForOneProcess]) {
    expect(() => open(`${path}/bot.db`, clock)).toThrow(RefusedStartError);
    expect(() => open(`${path}/bot.db`, clock)).toThrow(`The database ${path}/bot.db can't be used`);
  }
});

it('refuses a path that is a folder', async () => {
  const path = await temporaryPath();
  expect(() => openSqliteStore(`${path}/..`, clock)).toThrow(RefusedStartError);
});

it('is durable, whenever it is opened: a write-ahead log that reaches the disk with every transaction', async () => {
  const path = await makeDatabase();
  for (const opening of ['again', 'and again']) {
    const { store, connection } = openWatched(path);
    const read = (name: string): unknown => connection.pragma(name, { simple: true });
    expect([opening, read('journal_mode'), read('synchronous'), read('foreign_keys')]).toEqual([opening, 'wal', 2, 1]);
    await store.close();
  }
});

it('on a full disk writes nothing by halves, and goes on when there is room again', async () => {
  const { store, connection } = openWatched(await makeDatabase());
  const pages = Number(connection.pragma('page_count', { simple: true }));
  connection.pragma(`max_page_count = ${pages}`);
  const write = () =>
    store.transaction(async ({ registrations, deliveries }) => {
      await registrations.saveTeam({ id: team.id, name: team.name, botUserId: 'bot', sealedBotToken: undefined });
      for (let one = 0; one < 500; one += 1) await deliveries.enqueue(owedPoll({ dedupeKey: `poll-${one}` }));
    });
  await expect(write()).rejects.toThrow('database or disk is full');
  expect(await store.registrations.team(team.name)).toBeUndefined();
  expect(connection.pragma('quick_check', { simple: true })).toBe('ok');
  connection.pragma('max_page_count = 1000000');
  await write();
  expect(await store.registrations.team(team.name)).toBeDefined();
  await store.close();
});

it('refuses a database that does not take its settings', async () => {
  const path = await temporaryPath();
  const original = Object.getOwnPropertyDescriptor(Database.prototype, 'pragma')?.value as Database.Database['pragma'];
  const pragma = vi.spyOn(Database.prototype, 'pragma').mockImplementation(function (
    this: Database.Database,
    ...asked
  ) {
    return asked[0] === 'journal_mode' ? 'delete' : original.apply(this, asked);
  });
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
