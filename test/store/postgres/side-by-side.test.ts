import { Client } from 'pg';
import { beforeEach, describe, expect, inject, it, onTestFinished } from 'vitest';
import { announceArrival } from '../../../src/invitations/announce-arrival.ts';
import type { StoreQueries } from '../../../src/ports/store.ts';
import { keys } from '../../../src/store/postgres/keys.ts';
import { openPostgresStore, type PostgresStore } from '../../../src/store/postgres.ts';
import { team } from '../../support/fake-chat.ts';
import { FakeClock, minutes } from '../../support/fake-clock.ts';
import { holdTransaction } from '../../support/hold-transaction.ts';
import { isWaitedFor } from '../../support/postgres/is-waited-for.ts';
import { createSchema } from '../../support/postgres/temporary-schema.ts';
import { until } from '../../support/until.ts';
import { newInvitation } from '../new-invitation.ts';
import { owedPoll } from '../owed-poll.ts';

const clock = new FakeClock();

/** Each is what one process has open. */
let stores: [PostgresStore, PostgresStore, PostgresStore];
let url: string;
beforeEach(async () => {
  url = await createSchema(inject('postgresUrl') ?? '');
  const open = () => openPostgresStore(url, clock);
  stores = await Promise.all([open(), open(), open()]);
  onTestFinished(async () => {
    for (const store of stores) await store.close();
  });
});

const first = () => stores[0];
const second = () => stores[1];

const claim = (store: PostgresStore, holder: string, limit = 8) =>
  store.deliveries.claim({ teamId: 'team', now: clock.now(), holder, leaseMs: minutes(5), limit });

/** A connection beside the stores, to stop the world in the middle of something. */
async function connect(): Promise<Client> {
  const client = await new Client(url).connect();
  onTestFinished(() => client.end());
  return client;
}

/** How many statements wait for somebody else's lock. */
async function waiting(client: Client): Promise<number> {
  const { rows } = await client.query<{ count: string }>(
    `select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()
       and query like '%delivery%'`,
  );
  return Number(rows[0]?.count);
}

describe('transactions of several processes', () => {
  it('run one after the other: what one has read is still true when it writes', async () => {
    const arrive = (queries: StoreQueries, userId: string) =>
      announceArrival(
        queries,
        { team, noticeChannels: ['town-square'] },
        { userId, name: userId, inviterName: undefined, invitationId: undefined, arrivedAt: clock.now() },
      );
    await Promise.all(
      stores.flatMap((store, number) =>
        Array.from({ length: 10 }, (_, index) =>
          store.transaction((queries) => arrive(queries, `user-${number}-${index}`)),
        ),
      ),
    );
    const notice = await first().notices.openSince(team.id, 'town-square', 0);
    expect(await first().notices.arrivals(team.id, notice?.id ?? '')).toHaveLength(30);
  });

  it('see what was written beside them, and a failed one leaves nothing and lets the next one in', async () => {
    await expect(first().transaction(() => Promise.reject(new Error('power cut')))).rejects.toThrow('power cut');
    await second().transaction(async ({ people }) => {
      await first().people.add({ teamId: team.id, userId: 'jane', firstSeenAt: 1 });
      expect(await people.unknownOf(team.id, ['jane'])).toEqual([]);
    });
  });

  it('of a team wait for each other, and for no other team’s; one without a team has the database for itself', async () => {
    const acme = [first().forTeam('acme'), second().forTeam('acme')] as const;
    const ended: string[] = [];
    const end = (name: string) => () => Promise.resolve(ended.push(name));
    const slow = await holdTransaction(acme[0], async (_queries, untilLetGo) => {
      await untilLetGo();
      ended.push('acme, first');
    });
    const others = acme.map((store) => store.transaction(end('acme, later')));
    await second().forTeam("o'brien").transaction(end('another'));
    const client = await connect();
    await until('the other process to wait', () => isWaitedFor(client, keys.writesOf(`'acme'`)));
    const alone = first().transaction(end('alone'));
    await until('the one for itself to wait', () => isWaitedFor(client, keys.writes));
    expect(ended).toEqual(['another']);
    slow.letGo();
    await Promise.all([slow.ended, alone, ...others]);
    expect(ended.slice(0, 2)).toEqual(['another', 'acme, first']);
    expect(ended.toSorted()).toEqual(['acme, first', 'acme, later', 'acme, later', 'alone', 'another']);
  });

  it('hold what they have found free, so that it is not claimed before they end', async () => {
    await first().invitations.insert(newInvitation('one'));
    await first().deliveries.enqueue({ ...owedPoll(), invitationId: 'one' });
    const traces = { invitationIds: ['one'], emails: [], userIds: [] };
    await first().transaction(async ({ retention }) => {
      expect(await retention.isBusy(team.id, traces)).toBe(false);
      expect(await claim(second(), 'worker')).toEqual([]);
    });
    expect(await claim(second(), 'worker')).toHaveLength(1);
    expect(await first().retention.isBusy(team.id, traces)).toBe(true);
  });

  it('hold what has no words yet, so that what they add is told with it', async () => {
    await first().deliveries.enqueue(owedPoll());
    await first().transaction(async ({ deliveries }) => {
      expect(await deliveries.isUnworded(team.id, owedPoll().dedupeKey)).toBe(true);
      expect(await claim(second(), 'worker')).toEqual([]);
    });
    expect(await claim(second(), 'worker')).toHaveLength(1);
    expect(await first().deliveries.isUnworded(team.id, owedPoll().dedupeKey)).toBe(false);
  });
});

describe('claims of several processes', () => {
  it('share a crowd of deliveries out, each once and one of a target at a time', async () => {
    for (let index = 0; index < 60; index += 1) {
      await first().deliveries.enqueue(owedPoll({ dedupeKey: `key-${index}`, target: `target-${index % 20}` }));
    }
    const done: string[] = [];
    const running = new Set<string>();
    const work = async (store: PostgresStore, holder: string) => {
      while (done.length < 60) {
        for (const { id, target, dedupeKey } of await claim(store, holder, 3)) {
          expect(running.has(target)).toBe(false);
          running.add(target);
          await new Promise(setImmediate);
          running.delete(target);
          expect(await store.deliveries.finish(id, holder, 'done', 1)).toBe(true);
          done.push(dedupeKey);
        }
      }
    };
    await Promise.all(stores.flatMap((store, index) => [work(store, `a${index}`), work(store, `b${index}`)]));
    expect(new Set(done).size).toBe(60);
  });

  it('pass by what another process is just claiming', async () => {
    await first().deliveries.enqueue(owedPoll());
    const other = await connect();
    await other.query('begin');
    await other.query('select id from delivery for update');
    expect(await claim(first(), 'worker')).toEqual([]);
    await other.query('rollback');
    expect(await claim(first(), 'worker')).toHaveLength(1);
  });

  it('never run two of a kind and target, although each looked before the other had written', async () => {
    await first().deliveries.enqueue(owedPoll({ dedupeKey: 'second', runAt: 2 }));
    const other = await connect();
    const witness = await connect();
    await other.query('begin');
    await other.query(`update delivery set locked_by = 'other', locked_until = $1, attempts = 1`, [
      clock.now() + minutes(5),
    ]);
    // Owed by a process whose clock is behind: to everybody but `other` this one is the oldest.
    await first().deliveries.enqueue(owedPoll({ dedupeKey: 'first', runAt: 1 }));
    const claimed = claim(second(), 'worker');
    await until('the claim to wait for the other one', async () => (await waiting(witness)) > 0);
    await other.query('commit');
    expect(await claimed).toEqual([]);
    expect(await first().deliveries.byKey('team', 'first')).toMatchObject({ attempts: 0 });
  });
});
