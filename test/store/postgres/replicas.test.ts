import { Client } from 'pg';
import { beforeEach, describe, expect, inject, it, onTestFinished } from 'vitest';
import { openToServe, type OpenDatabase } from '../../../src/database.ts';
import type { News, Replicas } from '../../../src/ports/replicas.ts';
import { keys, lockedKey } from '../../../src/store/postgres/keys.ts';
import { FakeClock, minutes } from '../../support/fake-clock.ts';
import { FakeLog } from '../../support/fake-log.ts';
import { startProxy } from '../../support/postgres/proxy.ts';
import { createSchema } from '../../support/postgres/temporary-schema.ts';
import { until } from '../../support/until.ts';
import { owedPoll } from '../owed-poll.ts';

const clock = new FakeClock();
let url: string;
beforeEach(async () => {
  url = await createSchema(inject('postgresUrl') ?? '');
});

/** What one process has, and what happens to it. */
interface Process extends OpenDatabase {
  replicas: Replicas;
  heard: News[];
  /** How often it has begun and ended to lead. */
  led: { begun: number; ended: number };
  isLeading(): boolean;
}

async function start(at = url): Promise<Process> {
  const database = await openToServe({ DATABASE_URL: at }, new FakeLog());
  const heard: News[] = [];
  const led = { begun: 0, ended: 0 };
  const lead = () => {
    led.begun += 1;
    return {
      stop: () => {
        led.ended += 1;
        return Promise.resolve();
      },
    };
  };
  await database.replicas.join({ onNews: (news) => heard.push(news), lead });
  onTestFinished(async () => {
    await database.replicas.leave();
    await database.close();
  });
  return { ...database, heard, led, isLeading: () => led.begun > led.ended };
}

/** Ends the sessions of these processes, as an operator or a failing server does. */
async function terminateSessions(...processes: Process[]): Promise<void> {
  const client = await new Client(url).connect();
  await client.query(
    `select pg_terminate_backend(pid) from pg_locks, unnest($1::text[]) holder
     where locktype = 'advisory' and ${lockedKey} = ${keys.holder('holder')}`,
    [processes.map(({ replicas }) => replicas.holder)],
  );
  await client.end();
}

describe('the lead among processes', () => {
  it('is one process’s, and another’s soon after it has left', async () => {
    const [one, two] = [await start(), await start()];
    expect([one.isLeading(), two.isLeading()]).toEqual([true, false]);
    await one.replicas.leave();
    expect(one.isLeading()).toBe(false);
    await until('the other one to lead', () => two.isLeading(), 10_000);
  });

  it('is another one’s as soon as a process resigns, before it leaves', async () => {
    const [one, two] = [await start(), await start()];
    await one.replicas.resign();
    await until('the other one to lead', () => two.isLeading(), 10_000);
    expect([one.isLeading(), one.replicas.isPresent()]).toEqual([false, true]);
  });

  it('is not taken again by a process that has resigned', async () => {
    const one = await start();
    await one.replicas.resign();
    expect(one.isLeading()).toBe(false);
    await one.store.deliveries.enqueue(owedPoll());
    await one.store.deliveries.claim({
      teamId: 'team',
      now: clock.now(),
      holder: 'gone',
      leaseMs: minutes(5),
      limit: 8,
    });
    await until('it to have looked twice who is there', () => one.heard.length > 0, 15_000);
    await one.replicas.leave();
    await until('a new process to lead', async () => (await start()).isLeading());
    expect(one.led).toEqual({ begun: 1, ended: 1 });
  });

  it('is lost with the session, and led by one again when sessions are back', async () => {
    const processes = [await start(), await start()];
    await terminateSessions(...processes);
    await until('the end of the lead', () => processes[0]?.led.ended === 1);
    await until('everybody to be back', () => processes.every(({ replicas }) => replicas.isPresent()));
    await until('a leader', () => processes.filter((one) => one.isLeading()).length === 1, 10_000);
  });

  it('passes on within 30 s when the leader is cut off and nobody is told', async () => {
    const proxy = await startProxy(url);
    const one = await start(proxy.url);
    const two = await start();
    expect([one.isLeading(), two.isLeading()]).toEqual([true, false]);
    proxy.stall();
    const from = Date.now();
    await until('the cut off one to stop leading', () => !one.isLeading(), 30_000);
    expect(one.replicas.isPresent()).toBe(false);
    expect(two.isLeading()).toBe(false);
    await until('the other one to lead', () => two.isLeading(), 30_000);
    expect(Date.now() - from).toBeLessThan(30_000);

    proxy.restore();
    await until('the first one to be back', () => one.replicas.isPresent());
    expect(one.isLeading()).toBe(false);
  });

  it('of another schema in the same database is another one', async () => {
    const [one, two] = [await start(), await start(await createSchema(inject('postgresUrl') ?? ''))];
    expect([one.isLeading(), two.isLeading()]).toEqual([true, true]);
    one.replicas.tell({ about: 'rights', userId: 'jane' });
    one.replicas.tell({ about: 'owed' });
    const third = await start();
    third.replicas.tell({ about: 'owed' });
    await until('the news', () => one.heard.length === 3);
    expect(two.heard).toEqual([]);
  });
});

describe('news among processes', () => {
  it('reach each process once, the one that tells them at once', async () => {
    const [one, two] = [await start(), await start()];
    const news: News[] = [
      { about: 'owed' },
      { about: 'attempt', dedupeKey: 'key' },
      { about: 'rights', userId: 'jane' },
    ];
    for (const item of news) one.replicas.tell(item);
    expect(one.heard).toEqual(news);
    await until('the news', () => two.heard.length === news.length);
    expect(two.heard).toEqual(expect.arrayContaining(news));
    two.replicas.tell({ about: 'owed' });
    await until('the answer', () => one.heard.length === news.length + 1);
  });

  it('that this program does not know are ignored', async () => {
    const one = await start();
    const client = await new Client(url).connect();
    onTestFinished(() => client.end());
    for (const payload of ['gibberish', '{"from":"a newer program","news":{"about":"the weather"}}']) {
      await client.query(`select pg_notify('kchat_invite_' || md5(current_schema()), $1)`, [payload]);
    }
    (await start()).replicas.tell({ about: 'owed' });
    await until('the news that is known', () => one.heard.length > 0);
    expect(one.heard).toEqual([{ about: 'owed' }]);
  });
});

describe('the leases of a process', () => {
  const claim = ({ store, replicas }: Process) =>
    store.deliveries.claim({
      teamId: 'team',
      now: clock.now(),
      holder: replicas.holder,
      leaseMs: minutes(5),
      limit: 8,
    });

  it('are taken back by the others soon after it is gone, and told to all', async () => {
    const [one, two, three] = [await start(), await start(), await start()];
    await one.store.deliveries.enqueue(owedPoll());
    expect(await claim(one)).toHaveLength(1);
    await one.replicas.leave();
    await until('the news', () => two.heard.length > 0 && three.heard.length > 0, 15_000);
    expect(await claim(two)).toHaveLength(1);
  });

  it('stay its own while it is there, also when its session breaks for a moment', async () => {
    const [one, two, three] = [await start(), await start(), await start()];
    await one.store.deliveries.enqueue(owedPoll({ dedupeKey: 'one', target: 'one' }));
    await claim(one);
    await terminateSessions(one, two, three);
    await until('all to be back', () => [one, two, three].every(({ replicas }) => replicas.isPresent()));
    // By the time that what a process which is gone had begun is taken back, theirs would be as well.
    await three.store.deliveries.enqueue(owedPoll({ dedupeKey: 'three', target: 'three' }));
    await claim(three);
    await three.replicas.leave();
    await until('the news', () => two.heard.length > 0, 15_000);
    expect((await claim(two)).map(({ dedupeKey }) => dedupeKey)).toEqual(['three']);
  });
});
