import Database from 'better-sqlite3';
import { Client } from 'pg';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import type { Settings } from '../../../src/invitations/dependencies.ts';
import { recordAcceptance } from '../../../src/invitations/record-acceptance.ts';
import { recordArrival } from '../../../src/invitations/record-arrival.ts';
import { copyStore } from '../../../src/store/copy/copy-store.ts';
import type { CopiedTable } from '../../../src/store/copy/copy-table.ts';
import { openPostgresStore } from '../../../src/store/postgres.ts';
import { lockForOneProcess } from '../../../src/store/single-process-lock.ts';
import { openSqliteStore } from '../../../src/store/sqlite.ts';
import { startProgram } from '../../support/bot-process.ts';
import { textsStored } from '../../support/everything-stored.ts';
import { chatUser, team } from '../../support/fake-chat.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { createSchema } from '../../support/postgres/temporary-schema.ts';
import { temporaryPath } from '../../support/temporary-store.ts';
import { newInvitation } from '../new-invitation.ts';

const clock = new FakeClock();

/** What texts may hold, and what the two databases write in different ways. */
const awkward = 'Zoë "Z" O’Neill\\, {x}, \n\t 日本 🎉 NULL \'quoted\'';

/** A SQLite database with a child written before its parent, many rows, and something in each corner. */
async function makeSource(...changes: string[]): Promise<string> {
  const path = await temporaryPath();
  const store = openSqliteStore(path, clock);
  const settings = { team, noticeChannels: ['town-square'] } as unknown as Settings;
  const deps = { store, clock, settings, observe: () => undefined };
  await store.registrations.saveTeam({ id: team.id, name: team.name, botUserId: 'bot', sealedBotToken: 'sealed' });
  await store.invitations.insert(newInvitation('b', { firstName: awkward }));
  await store.invitations.transition(team.id, 'b', ['requested'], 'failed', { failureDetail: 'a\0b' });
  await store.invitations.insert(newInvitation('a', { parentId: 'b', strict: false }));
  const pending = await store.invitations.transition(team.id, 'a', ['requested'], 'pending', { expiresAt: 9e15 });
  if (!pending) throw new Error('There is nobody to arrive');
  const accepted = await recordAcceptance(deps, pending, 5);
  if (accepted) await recordArrival(deps, accepted, chatUser('jane'));
  await store.transaction(async ({ people }) => {
    for (let number = 0; number < 2_500; number += 1) {
      await people.add({ teamId: team.id, userId: `user-${number}`, firstSeenAt: number });
    }
  });
  await store.close();
  const database = new Database(path);
  database.pragma('foreign_keys = off');
  for (const change of changes) database.exec(change);
  database.close();
  return path;
}

const newTarget = () => createSchema(inject('postgresUrl') ?? '');

async function tablesIn(url: string): Promise<string[]> {
  const client = await new Client(url).connect();
  const { rows } = await client.query<{ name: string }>(
    'select tablename::text as name from pg_tables where schemaname = current_schema()',
  );
  await client.end();
  return rows.map(({ name }) => name);
}

async function copy(path: string, url: string): Promise<CopiedTable[]> {
  const copied: CopiedTable[] = [];
  await copyStore(path, url, clock.now(), (table) => copied.push(table));
  return copied;
}

describe('copying a SQLite database to PostgreSQL', () => {
  it('copies every value of every table, and tells how many rows and which', async () => {
    const [path, url] = [await makeSource(), await newTarget()];
    const copied = await copy(path, url);
    expect(copied).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'invitation', rows: 2 }),
        expect.objectContaining({ name: 'known_person', rows: 2_501 }),
      ]),
    );
    expect(copied.every(({ hash }) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
    const [before, after] = [textsStored(path), textsStored(url)];
    for (const [column, texts] of before) {
      if (column.startsWith('schema_migration.')) continue;
      expect([column, after.get(column)?.sort()]).toEqual([column, texts.map((text) => text.replace('\0', '')).sort()]);
    }
  });

  it('makes a database in which everything goes on', async () => {
    const [path, url] = [await makeSource(), await newTarget()];
    await copy(path, url);
    const [old, store] = [openSqliteStore(path, clock), await openPostgresStore(url, clock)];
    onTestFinished(async () => {
      await old.close();
      await store.close();
    });
    expect(await store.invitations.byId(team.id, 'a')).toEqual(await old.invitations.byId(team.id, 'a'));
    const events = await old.invitations.events(team.id, 'a');
    expect(await store.invitations.events(team.id, 'a')).toEqual(events);
    const event = { teamId: team.id, invitationId: 'a', kind: 'welcomed', at: 1, actor: 'test' } as const;
    await store.invitations.addEvent(event);
    expect((await store.invitations.events(team.id, 'a')).at(-1)?.kind).toBe('welcomed');
    const claim = { teamId: 'team', now: clock.now(), holder: 'worker', leaseMs: 1, limit: 50 };
    expect((await store.deliveries.claim(claim)).length).toBeGreaterThan(0);
  });

  it('leaves the source as it is', async () => {
    const path = await makeSource();
    const before = textsStored(path);
    await copy(path, await newTarget());
    expect(textsStored(path)).toEqual(before);
    lockForOneProcess(path)();
  });

  it('refuses a target with anything in it, and adds nothing', async () => {
    const [path, url] = [await makeSource(), await newTarget()];
    const store = await openPostgresStore(url, clock);
    await store.people.add({ teamId: 'other', userId: 'jane', firstSeenAt: 1 });
    await store.close();
    await expect(copy(path, url)).rejects.toThrow(/not empty: there are rows in known_person/);
    expect(textsStored(url).get('known_person.user_id')).toEqual(['jane']);
    expect(textsStored(url).get('invitation.id')).toEqual([]);
  });

  it('refuses a source that a process serves, that is older, or that is not there', async () => {
    const url = await newTarget();
    const served = await makeSource();
    const unlock = lockForOneProcess(served);
    await expect(copy(served, url)).rejects.toThrow(/Another process serves/);
    unlock();
    const older = await makeSource(
      `delete from schema_migration where version = (select max(version) from schema_migration)`,
    );
    await expect(copy(older, url)).rejects.toThrow(/older than this program/);
    await expect(copy(await temporaryPath(), url)).rejects.toThrow(/can't be used/);
    expect(await tablesIn(url)).toEqual([]);
  });

  it('lets go of a source that can’t be read to the end', async () => {
    const path = await makeSource();
    const database = new Database(path);
    database.unsafeMode();
    database.pragma('writable_schema = on');
    database.exec(
      `insert into sqlite_schema values ('table', 'odd', 'odd', 0, 'create virtual table odd using missing(x)')`,
    );
    database.close();
    await expect(copy(path, await newTarget())).rejects.toThrow(/missing/);
    lockForOneProcess(path)();
  });

  it('keeps nothing when a row can’t be copied', async () => {
    const path = await makeSource(`update invitation_event set invitation_id = 'nobody' where invitation_id = 'a'`);
    const url = await newTarget();
    await expect(copy(path, url)).rejects.toThrow(/foreign key.*Nothing in it was changed/);
    expect(await tablesIn(url)).toEqual([]);
  });

  it('keeps nothing when the copy is not what was copied', async () => {
    const url = await newTarget();
    await (await openPostgresStore(url, clock)).close();
    const client = await new Client(url).connect();
    await client.query(`create function meddle() returns trigger language plpgsql as
      $$ begin new.first_seen_at := new.first_seen_at + 1; return new; end $$`);
    await client.query('create trigger meddle before insert on known_person for each row execute function meddle()');
    await client.end();
    await expect(copy(await makeSource(), url)).rejects.toThrow(/copy of known_person is not what was copied/);
    expect(textsStored(url).get('known_person.user_id')).toEqual([]);
    expect(textsStored(url).get('invitation.id')).toEqual([]);
  });
});

describe('npm run migrate-store', () => {
  const run = async (...words: string[]) => {
    const program = startProgram(['migrate-store', ...words], {});
    return { code: await program.exited, said: program.output() };
  };

  it('prints what it has copied, and says so with exit code 0; a second time it refuses with 3', async () => {
    const [path, url] = [await makeSource(), await newTarget()];
    const first = await run(`file:${path}`, url);
    expect(first.code).toBe(0);
    expect(first.said).toMatch(/known_person +2501 {2}[0-9a-f]{16}\n/);
    expect(first.said).toContain('Set DATABASE_URL');
    const second = await run(`file:${path}`, url);
    expect(second.code).toBe(3);
    expect(second.said).toContain('not empty');
  });

  it('says how it is used with exit code 2, and that nobody answers with 1', async () => {
    for (const words of [[], ['file:a.db'], ['postgres://a/b', 'file:a.db'], ['file:a.db', 'postgres://a/b', 'c']]) {
      expect(await run(...words)).toMatchObject({ code: 2, said: expect.stringContaining('Usage') as string });
    }
    const nowhere = await run(`file:${await makeSource()}`, 'postgres://bot@127.0.0.1:1/bot');
    expect(nowhere).toMatchObject({ code: 1, said: expect.stringContaining('does not answer') as string });
  });
});
