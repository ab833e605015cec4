import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { GroupCommit } from '../../../src/store/sqlite/group-commit.ts';
import { team } from '../../support/fake-chat.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { openTemporaryStore, type TemporaryStore } from '../../support/temporary-store.ts';
import { newInvitation } from '../new-invitation.ts';

describe('transactions of the store that end together', () => {
  let store: TemporaryStore;
  let beside: Database.Database;
  beforeEach(async () => {
    store = await openTemporaryStore(new FakeClock());
    beside = new Database(store.path, { readonly: true });
    onTestFinished(() => void beside.close());
  });
  /** What another process can read, and what would be there after a crash. */
  const written = () => beside.prepare('select email from invitation order by email').pluck().all();
  const invite = (name: string) =>
    store.transaction(({ invitations }) => invitations.insert(newInvitation(name, { email: name })));

  /** Whatever needs no other turn of the event loop, at whose end all is written, comes to its end. */
  const withinThisTurn = async () => {
    for (let step = 0; step < 1_000; step += 1) await Promise.resolve();
  };

  it('are on the disk before whoever began them goes on', async () => {
    await Promise.all(
      ['a', 'b', 'c'].map(async (name) => {
        await invite(name);
        expect(written()).toContain(name);
      }),
    );
  });

  it('fail each by itself', async () => {
    const failing = store.transaction(async ({ invitations }) => {
      await invitations.insert(newInvitation('b', { email: 'b' }));
      throw new Error('Something is wrong');
    });
    const outcomes = await Promise.allSettled([invite('a'), failing, invite('c')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(written()).toEqual(['a', 'c']);
  });

  it('are written before anything that writes by itself', async () => {
    const first = invite('a');
    await store.people.markPrimed(team.id, 5);
    expect(written()).toEqual(['a']);
    await first;
  });

  it('are seen by whoever only reads, who hears of them when they are written', async () => {
    const first = invite('a');
    await expect(store.invitations.latest(team.id, 'a')).resolves.toMatchObject({ id: 'a' });
    expect(written()).toEqual(['a']);
    await first;
  });

  it('that nobody waits for are written when the store is closed', async () => {
    const first = invite('a');
    await withinThisTurn();
    expect(written()).toEqual([]);
    await store.close();
    await first;
    expect(written()).toEqual(['a']);
  });
});

describe('a group of transactions', () => {
  let database: Database.Database;
  let ran: string[];
  let commits: GroupCommit;
  let isDiskFull: boolean;
  let isBroken: boolean;
  beforeEach(() => {
    database = new Database(':memory:');
    onTestFinished(() => void database.close());
    database.exec('create table entry (name text)');
    ran = [];
    isDiskFull = false;
    isBroken = false;
    const prepare = (sql: string) => {
      const statement = database.prepare<[]>(sql);
      const run = () => {
        if (isDiskFull && sql === 'commit') throw new Error('database or disk is full');
        if (isBroken && sql === 'rollback to turn') throw new Error('disk I/O error');
        ran.push(sql);
        return statement.run();
      };
      return { run } as Database.Statement;
    };
    commits = new GroupCommit({
      get inTransaction() {
        return database.inTransaction;
      },
      prepare: prepare as typeof database.prepare,
    });
  });
  const write = (name: string) => {
    commits.begin();
    database.prepare('insert into entry values (?)').run(name);
    const { written } = commits;
    commits.end();
    return written;
  };
  const entries = () => database.prepare('select name from entry').pluck().all();

  it('has one commit', async () => {
    await Promise.all(['a', 'b', 'c'].map(write));
    await write('d');
    const turn = ['savepoint turn', 'release turn'];
    expect(ran).toEqual([
      ...['begin immediate', ...turn, ...turn, ...turn, 'commit'],
      ...['begin immediate', ...turn, 'commit'],
    ]);
  });

  it('waits for the one that is in the middle', async () => {
    const first = write('a');
    commits.begin();
    await new Promise(setImmediate);
    commits.flush();
    expect(ran).not.toContain('commit');
    commits.end();
    await first;
    expect(ran.filter((sql) => sql === 'commit')).toHaveLength(1);
  });

  it('fails as a whole when it can’t be written; the next one can', async () => {
    isDiskFull = true;
    const outcomes = await Promise.allSettled(['a', 'b'].map(write));
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    isDiskFull = false;
    await write('c');
    expect(entries()).toEqual(['c']);
  });

  it('fails as a whole when one makes SQLite take back everything, as on a full disk; the next one can be written', async () => {
    const first = write('a');
    commits.begin();
    database.exec('rollback');
    commits.undo();
    await expect(first).rejects.toThrow('taken back');
    await write('b');
    expect(entries()).toEqual(['b']);
  });

  it('fails when SQLite took it back between two of its transactions; those that come after it are a new one', async () => {
    const first = write('a');
    database.exec('rollback');
    const second = write('b');
    await expect(first).rejects.toThrow('taken back');
    await second;
    expect(entries()).toEqual(['b']);
  });

  it('fails as a whole when one of it can’t be taken back alone', async () => {
    const first = write('a');
    commits.begin();
    database.prepare(`insert into entry values ('half')`).run();
    isBroken = true;
    commits.undo();
    await expect(first).rejects.toThrow('disk I/O error');
    isBroken = false;
    await write('c');
    expect(entries()).toEqual(['c']);
  });
});
