import { Client, DatabaseError } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { DatabaseUnavailableError } from '../../../src/errors.ts';
import { keys } from '../../../src/store/postgres/keys.ts';
import { openPostgresStore, type PostgresStore } from '../../../src/store/postgres.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { holdTransaction } from '../../support/hold-transaction.ts';
import { startCluster, type Cluster } from '../../support/postgres/cluster.ts';
import { findPostgres } from '../../support/postgres/find-postgres.ts';
import { startProxy, type Proxy } from '../../support/postgres/proxy.ts';
import { createSchema } from '../../support/postgres/temporary-schema.ts';
import { until } from '../../support/until.ts';

/** A server of its own, because what happens to it here would disturb other tests. */
let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster(findPostgres() ?? '');
});
afterAll(() => cluster.remove());

let url: string;
let proxy: Proxy;
let store: PostgresStore;
const lost: Error[] = [];
beforeEach(async () => {
  url = await createSchema(cluster.url);
  proxy = await startProxy(url);
  store = await openPostgresStore(proxy.url, new FakeClock(), (error) => lost.push(error));
  onTestFinished(() => store.close());
});

const write = (userId: string) => store.people.add({ teamId: 'team', userId, firstSeenAt: 1 });

it('what PostgreSQL refuses for what it was asked is no trouble of its own', async () => {
  const orphan = { teamId: 'team', importId: 'none', message: 'arrived', invitationId: 'none', dueAt: 1 } as const;
  await expect(store.importNews.add(orphan)).rejects.toThrow(DatabaseError);
});

describe('a PostgreSQL database in trouble', () => {
  it('that restarts is used again afterwards; what is asked meanwhile fails', async () => {
    expect(await write('before')).toBe(true);
    await cluster.stop();
    await expect(write('meanwhile')).rejects.toThrow(DatabaseUnavailableError);
    await cluster.start();
    expect(await write('after')).toBe(true);
    expect(await store.people.unknownOf('team', ['before', 'meanwhile', 'after'])).toEqual(['meanwhile']);
  });

  it('whose idle connections break is used over new ones, and the break is told', async () => {
    await write('before');
    lost.length = 0;
    proxy.cut();
    await until('the break to be told', () => lost.length > 0);
    proxy.restore();
    expect(await write('after')).toBe(true);
  });

  it('that has no connection left fails, for whoever starts in passing, and is used when there is one', async () => {
    const client = await new Client(cluster.url).connect();
    onTestFinished(() => client.end());
    await client.query('alter database bot connection limit 1');
    await expect(write('meanwhile')).rejects.toThrow(/too many connections/);
    await expect(openPostgresStore(url, new FakeClock())).rejects.toThrow(DatabaseUnavailableError);
    await client.query('alter database bot connection limit -1');
    expect(await write('after')).toBe(true);
  });

  it('whose connection breaks in the middle of a statement lets that one fail, and nothing else', async () => {
    const client = await new Client(url).connect();
    onTestFinished(() => client.end());
    await client.query('begin');
    await client.query('lock table known_person');
    const failed = expect(write('meanwhile')).rejects.toThrow(DatabaseUnavailableError);
    const waiting = `select from pg_locks where not granted and relation = 'known_person'::regclass`;
    await until('the statement to wait', async () => (await client.query(waiting)).rowCount === 1);
    proxy.cut();
    proxy.restore();
    await failed;
    await client.query('rollback');
    expect(await write('after')).toBe(true);
  });

  it('that nothing gets through to any more fails in time, and works again over new connections', async () => {
    await write('before');
    proxy.stall();
    const from = Date.now();
    await expect(write('meanwhile')).rejects.toThrow(/timeout/);
    expect(Date.now() - from).toBeLessThan(20_000);
    proxy.restore();
    expect(await write('after')).toBe(true);
  });

  it('that may only be read since a failover is left, and the one that leads is found', async () => {
    const client = await new Client(cluster.url).connect();
    onTestFinished(() => client.end());
    await client.query('alter role bot set default_transaction_read_only = on');
    proxy.cut();
    proxy.restore();
    await expect(write('meanwhile')).rejects.toThrow();
    const refused = write('meanwhile');
    await expect(refused).rejects.toThrow(/read-only/);
    await expect(refused).rejects.toThrow(DatabaseUnavailableError);
    await client.query('set default_transaction_read_only = off');
    await client.query('alter role bot reset default_transaction_read_only');
    expect(await write('after')).toBe(true);
  });

  it('that holds everybody up lets them fail soon, and takes them again afterwards', async () => {
    const client = await new Client(url).connect();
    onTestFinished(() => client.end());
    await client.query('begin');
    await client.query('lock table known_person');
    const crowd = Array.from({ length: 15 }, (_, index) =>
      write(`user-${index}`).then(
        () => 'written',
        () => 'failed',
      ),
    );
    const from = Date.now();
    await expect(store.registrations.team('acme')).rejects.toThrow(/timeout/);
    expect(Date.now() - from).toBeLessThan(5_000);
    await client.query('rollback');
    const ends = await Promise.all(crowd);
    expect(ends.filter((end) => end === 'written')).toHaveLength(10);
    expect(await write('after')).toBe(true);
  });

  it('that lets a transaction wait for its turn in vain lets that one fail, and nothing else', async () => {
    const client = await new Client(url).connect();
    onTestFinished(() => client.end());
    await client.query(`select pg_advisory_lock(${keys.writes})`);
    const failed = expect(store.transaction(() => Promise.resolve())).rejects.toThrow(/canceling statement/);
    const waiting = `select pid from pg_locks where locktype = 'advisory' and not granted`;
    await until('the transaction to wait', async () => (await client.query(waiting)).rowCount === 1);
    // As the server does it itself after some seconds.
    await client.query(`select pg_cancel_backend(pid) from (${waiting}) waiting`);
    await failed;
    await client.query(`select pg_advisory_unlock(${keys.writes})`);
    expect(await write('after')).toBe(true);
    expect(await store.transaction(({ people }) => people.unknownOf('team', ['after']))).toEqual([]);
  });

  it('whose transaction waits for ever gives way to the others', async () => {
    const other = await openPostgresStore(url, new FakeClock());
    onTestFinished(() => other.close());
    const frozen = await holdTransaction(store, async ({ people }, untilLetGo) => {
      await people.add({ teamId: 'team', userId: 'frozen', firstSeenAt: 1 });
      await untilLetGo();
    });
    const failed = expect(frozen.ended).rejects.toThrow();
    await other.transaction(({ people }) => people.add({ teamId: 'team', userId: 'other', firstSeenAt: 1 }));
    frozen.letGo();
    await failed;
    expect(await other.people.unknownOf('team', ['frozen', 'other'])).toEqual(['frozen']);
  });
});
