import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { GroupCommit } from '../../../src/store/sqlite/group-commit.ts';
import { team } from '../../support/fake-chat.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { openTemporaryStore, type TemporaryStore } from '../../support/temporary-store.ts';
import { newInvitation } from '../new-invitation.ts';

describe('transactions that end together', () => {
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
  /** Statements are prepared once, and run often. */
  const countCommits = () => {
    let commits = 0;
    const prepare = Database.prototype.prepare;
    const spy = vi.spyOn(Database.prototype, 'prepare').mockImplementation(function (this: Database.Database, sql) {
      const statement = prepare.call(this, sql) as Database.Statement<[]>;
      if (sql !== 'commit') return statement;
      return Object.assign(Object.create(statement) as typeof statement, {
        run: () => {
          commits += 1;
          return statement.run();
        },
      });
    });
    onTestFinished(() => {
      spy.mockRestore();
    });
    return () => commits;
  };

  it('are committed together', async () => {
    const commits = countCommits();
    await Promise.all(['a', 'b', 'c', 'd', 'e'].map(invite));
    expect(written()).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(commits()).toBe(1);
  });

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

  it('are seen by whoever only reads before they are written, and nothing is written for that', async () => {
    const commits = countCommits();
    const first = invite('a');
    await expect(store.invitations.latest(team.id, 'a')).resolves.toMatchObject({ id: 'a' });
    expect(commits()).toBe(0);
    await first;
    expect(commits()).toBe(1);
  });

  it('all fail when they can’t be written, and the next ones can', async () => {
    const prepare = Database.prototype.prepare;
    const spy = vi.spyOn(Database.prototype, 'prepare').mockImplementation(function (this: Database.Database, sql) {
      if (sql === 'commit') throw new Error('disk I/O error');
      return prepare.call(this, sql);
    });
    const outcomes = await Promise.allSettled([invite('a'), invite('b')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    spy.mockRestore();
    await invite('c');
    expect(written()).toEqual(['c']);
  });

  it('fail with one that made SQLite take back all of them', async () => {
    const database = new Database(':memory:');
    onTestFinished(() => void database.close());
    const commits = new GroupCommit(database);
    commits.begin();
    commits.end();
    const { written } = commits;
    commits.begin();
    // As SQLite does by itself on a full disk.
    database.exec('rollback');
    commits.undo();
    await expect(written).rejects.toThrow('taken back');
    commits.begin();
    commits.end();
    await expect(commits.written).resolves.toBeUndefined();
  });

  it('that nobody waits for are written when the store is closed', async () => {
    const first = invite('a');
    await store.invitations.latest(team.id, 'a');
    await store.close();
    await first;
    expect(written()).toEqual(['a']);
  });
});
