import { Client, DatabaseError } from 'pg';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { ConfigurationError, DatabaseUnavailableError, RefusedStartError } from '../../../src/errors.ts';
import { migrations } from '../../../src/store/migrations/all.ts';
import { openPostgresBeside, openPostgresStore, type PostgresStore } from '../../../src/store/postgres.ts';
import { explainOpening } from '../../../src/store/postgres/explain-opening.ts';
import { keys } from '../../../src/store/postgres/keys.ts';
import { team } from '../../support/fake-chat.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { isWaitedFor } from '../../support/postgres/is-waited-for.ts';
import { createSchema } from '../../support/postgres/temporary-schema.ts';
import { until } from '../../support/until.ts';

const clock = new FakeClock();
const server = inject('postgresUrl') ?? '';

async function open(url: string): Promise<PostgresStore> {
  const store = await openPostgresStore(url, clock);
  onTestFinished(() => store.close());
  return store;
}

/** A schema that was opened once, and then changed. */
async function makeSchema(...changes: string[]): Promise<string> {
  const url = await createSchema(server);
  await (await openPostgresStore(url, clock)).close();
  await query(url, ...changes);
  return url;
}

async function query(url: string, ...statements: string[]): Promise<Record<string, unknown>[]> {
  const client = await new Client(url).connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) ({ rows } = await client.query<Record<string, unknown>>(statement));
    return rows;
  } finally {
    await client.end();
  }
}

const tables = `select tablename, (select count(*) from schema_migration) from pg_tables where schemaname = current_schema() order by 1`;

const mistakes: [string, (url: URL) => void, RegExp][] = [
  ['the password', (url) => (url.password = 'wrong'), /password/],
  ['the database', (url) => (url.pathname = '/nowhere'), /nowhere/],
];

describe('opening a PostgreSQL database', () => {
  it('brings the schema up to date once, and keeps what is in it', async () => {
    const url = await makeSchema(`insert into team (id, name, bot_user_id) values ('t', 'acme', 'bot')`);
    expect(await (await open(url)).registrations.team('acme')).toMatchObject({ id: 't' });
    expect(await query(url, 'select version from schema_migration')).toHaveLength(migrations.length);
  });

  it('can be done by several processes at once', async () => {
    const url = await createSchema(server);
    const stores = await Promise.all(Array.from({ length: 5 }, () => open(url)));
    await Promise.all(stores.map((store) => store.ping()));
    expect(await query(url, 'select version from schema_migration')).toHaveLength(migrations.length);
  });

  it('waits for a transaction that runs, where there is something to change', async () => {
    const url = await createSchema(server);
    const client = await new Client(url).connect();
    onTestFinished(() => client.end());
    await client.query(`select pg_advisory_lock(${keys.writes})`);
    const opening = open(url);
    await until('it to wait', () => isWaitedFor(client, keys.writes));
    await client.query(`select pg_advisory_unlock(${keys.writes})`);
    await opening;

    await client.query(`select pg_advisory_lock(${keys.writes})`);
    await open(url);
  });

  it.each(['40P01', '55P03', '57P03'])('that only fails at this moment (%s) is told as such', (code) => {
    const refusal = Object.assign(new DatabaseError('not now', 7, 'error'), { code });
    expect(explainOpening(refusal, 'bot at localhost')).toBeInstanceOf(DatabaseUnavailableError);
  });

  it('leaves a newer schema as it is and says so', async () => {
    const url = await makeSchema(`insert into schema_migration values (99, 'future', 'abc', 1)`);
    const before = await query(url, tables);
    await expect(open(url)).rejects.toThrow(RefusedStartError);
    await expect(open(url)).rejects.toThrow(/version 99.*newer/);
    expect(await query(url, tables)).toEqual(before);
  });

  it('leaves a schema made by another build as it is and says so', async () => {
    await expect(open(await makeSchema(`update schema_migration set checksum = 'foreign'`))).rejects.toThrow(
      /another build/,
    );
  });

  it('beside a program that serves it leaves an older schema as it is and says so', async () => {
    const newest = Math.max(...migrations.map(({ version }) => version));
    const url = await makeSchema(`delete from schema_migration where version = ${newest}`);
    const before = await query(url, tables);
    await expect(openPostgresBeside(url)).rejects.toThrow(/older than this program/);
    expect(await query(url, tables)).toEqual(before);
  });

  it('beside a program makes nothing where there is nothing yet', async () => {
    const url = await createSchema(server);
    await expect(openPostgresBeside(url)).rejects.toThrow(RefusedStartError);
    expect(await query(url, tables.replace('(select count(*) from schema_migration)', '0'))).toEqual([]);
  });

  it('leaves another program’s schema as it is', async () => {
    const url = await createSchema(server);
    await query(url, 'create table invoice (id integer)');
    await expect(open(url)).rejects.toThrow(/another program's/);
    const left = `select tablename from pg_tables where schemaname = current_schema()`;
    expect(await query(url, left)).toEqual([{ tablename: 'invoice' }]);
  });

  it('refuses a table of that name that another program made', async () => {
    const url = await createSchema(server);
    await query(url, 'create table schema_migration (number integer)');
    await expect(open(url)).rejects.toThrow(RefusedStartError);
  });

  it('refuses a search_path that leads nowhere', async () => {
    await expect(open(`${server}?options=-c%20search_path%3Dnowhere`)).rejects.toThrow(/search_path/);
  });

  it('says that nobody answers, which may pass', async () => {
    const url = new URL(server);
    url.port = '1';
    await expect(open(url.href)).rejects.toThrow(DatabaseUnavailableError);
    await expect(open(url.href)).rejects.toThrow(/bot at 127\.0\.0\.1:1 does not answer/);
  });

  it.for(mistakes)('says that %s is wrong, without telling the password', async ([, spoil, said]) => {
    const url = new URL(server);
    const { password } = url;
    spoil(url);
    const error = await open(url.href).then(
      () => undefined,
      (problem: unknown) => problem,
    );
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(String(error)).toMatch(said);
    expect(String(error)).not.toContain(password);
  });

  it('says that a certificate which can’t be checked is refused, and takes the right one', async () => {
    const schema = new URL(await createSchema(server));
    schema.hostname = 'localhost';
    const url = `${schema.href}&sslmode=verify-full`;
    await expect(open(url)).rejects.toThrow(ConfigurationError);
    await expect(open(url)).rejects.toThrow(/no encrypted connection/);
    const certificate = inject('postgresCertificate') ?? '';
    const store = await open(`${url}&sslrootcert=${encodeURIComponent(certificate)}`);
    await expect(store.ping()).resolves.toBeUndefined();
  });

  it('encrypts without checking when sslmode says “require”, as psql does', async () => {
    const url = `${await createSchema(server)}&sslmode=require`;
    await expect((await open(url)).ping()).resolves.toBeUndefined();
    const encrypted = `select ssl from pg_stat_ssl where pid = pg_backend_pid()`;
    expect(await query(`${url}&uselibpqcompat=true`, encrypted)).toEqual([{ ssl: true }]);
  });
});

describe('an open PostgreSQL database', () => {
  it('holds rows to their references', async () => {
    const store = await open(await createSchema(server));
    const orphan = { teamId: team.id, invitationId: 'nobody', kind: 'created', at: 1, actor: 'test' } as const;
    await expect(store.invitations.addEvent(orphan)).rejects.toThrow(/foreign key/);
  });

  it('leaves out the one character that PostgreSQL does not hold', async () => {
    const store = await open(await createSchema(server));
    const person = { teamId: 't', userId: 'jane\0', firstSeenAt: 1 };
    expect(await store.people.add(person)).toBe(true);
    expect(await store.people.unknownOf('t', ['jane'])).toEqual([]);
  });

  it('takes an empty list for what it means', async () => {
    const store = await open(await createSchema(server));
    expect(await store.invitations.inStates(team.id, [])).toEqual([]);
  });

  it('a ping of a closed database fails', async () => {
    const store = await openPostgresStore(await createSchema(server), clock);
    await store.close();
    await expect(store.ping()).rejects.toThrow();
  });
});
