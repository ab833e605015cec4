import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { copyDatabase } from '../../src/backups/copy-database.ts';
import { copyInThread } from '../../src/backups/copy-in-thread.ts';
import { BackupError, RefusedStartError } from '../../src/errors.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { team } from '../support/fake-chat.ts';
import { FakeClock, minutes } from '../support/fake-clock.ts';
import { openTemporaryStore, type TemporaryStore } from '../support/temporary-store.ts';

const clock = new FakeClock();
const at = clock.now();

let store: TemporaryStore;
let to: string;
beforeEach(async () => {
  store = await openTemporaryStore(clock);
  to = join(dirname(store.path), 'copy.db');
});

const copy = (changes: Partial<Parameters<typeof copyDatabase>[0]> = {}) =>
  copyDatabase({ from: store.path, to, at, ...changes });
const owe = (key: string) =>
  store.deliveries.enqueue({ teamId: team.id, kind: 'poll', target: key, payload: {}, dedupeKey: key, runAt: at });
const left = async () => (await readdir(dirname(to))).filter((name) => name.startsWith('copy.db'));

describe('a copy of a database that is in use', () => {
  it('is one file with all that was written, for its owner alone', async () => {
    await owe('a');
    await copy();
    expect(await left()).toEqual(['copy.db']);
    expect((await stat(to)).mode & 0o777).toBe(0o600);
    const restored = openSqliteStore(to, clock);
    expect(await restored.deliveries.byKey('team', 'a')).toMatchObject({ target: 'a' });
    await restored.close();
  });

  it('is made in a thread of its own just as well', async () => {
    await owe('a');
    await copyInThread({ from: store.path, to, at });
    const restored = openSqliteStore(to, clock);
    expect(await restored.deliveries.byKey('team', 'a')).toBeDefined();
    await restored.close();
    await expect(copyInThread({ from: store.path, to, at })).rejects.toMatchObject({
      name: 'BackupError',
      code: 'EEXIST',
    });
  });

  it('holds one moment, although another process writes all the time', async () => {
    await store.transaction(async (queries) => {
      for (let index = 0; index < 20_000; index += 1) {
        const key = `filler ${index}`;
        const filler = { teamId: team.id, kind: 'poll', target: key, payload: {}, dedupeKey: key, runAt: at } as const;
        await queries.deliveries.enqueue(filler);
      }
    });
    const copied = new AbortController();
    const writing = (async () => {
      let pairs = 0;
      while (!copied.signal.aborted) {
        pairs += 1;
        // Two that are never to be seen apart.
        await store.transaction(async ({ deliveries }) => {
          for (const half of ['left', 'right']) {
            const key = `${half} ${pairs}`;
            const one = { teamId: team.id, kind: 'poll', target: key, payload: {}, dedupeKey: key, runAt: at } as const;
            await deliveries.enqueue(one);
          }
        });
        await new Promise(setImmediate);
      }
      return pairs;
    })();
    await copyInThread({ from: store.path, to, at });
    copied.abort();
    expect(await writing).toBeGreaterThan(1);
    const database = new Database(to, { readonly: true });
    const count = (half: string) =>
      database.prepare(`select count(*) from delivery where target like '${half} %'`).pluck().get();
    expect(count('filler')).toBe(20_000);
    expect(count('left')).toBe(count('right'));
    database.close();
  });

  it('knows that it is a copy, and what was owed in it counts as tried', async () => {
    await owe('owed');
    await store.deliveries.claim({ teamId: 'team', now: at, holder: 'worker', leaseMs: minutes(5), limit: 1 });
    await owe('new');
    await copy();
    const restored = openSqliteStore(to, clock);
    expect(await restored.registrations.restoration(team.id, at + 1)).toEqual({ copiedAt: at, restoredAt: at + 1 });
    expect(await restored.registrations.restoration(team.id, at + 2)).toEqual({ copiedAt: at, restoredAt: at + 1 });
    expect(await restored.deliveries.byKey('team', 'new')).toMatchObject({ attempts: 1, firstAttemptAt: at });
    const free = await restored.deliveries.claim({ teamId: 'team', now: at, holder: 'restored', leaseMs: 1, limit: 5 });
    expect(free.map(({ dedupeKey, attempts }) => [dedupeKey, attempts]).sort()).toEqual([
      ['new', 2],
      ['owed', 2],
    ]);
    await restored.close();
    // What it was copied from is none.
    expect(await store.registrations.restoration(team.id, at)).toBeUndefined();
    expect(await store.deliveries.byKey('team', 'new')).toMatchObject({ attempts: 0 });
  });
});

describe('a copy that can’t be made leaves nothing behind and says why', () => {
  it('when a file is there already, whatever it is', async () => {
    await writeFile(to, 'precious');
    await expect(copy()).rejects.toThrow(/exists already, and nothing is overwritten/);
    expect(await readFile(to, 'utf8')).toBe('precious');
    expect(await left()).toEqual(['copy.db']);
  });

  it('when the folder is not there', async () => {
    await expect(copy({ to: join(to, 'deeper') })).rejects.toMatchObject({ name: 'BackupError', code: 'ENOENT' });
  });

  it('when there is no database', async () => {
    await expect(copy({ from: `${store.path}-nowhere` })).rejects.toThrow(BackupError);
    expect(await left()).toEqual([]);
  });

  it('when it is another program’s database', async () => {
    const from = join(dirname(to), 'other.db');
    new Database(from).exec('create table recipe (id integer)').close();
    await expect(copy({ from })).rejects.toThrow(/another program's/);
    expect(await left()).toEqual([]);
  });

  it('when a start of this program has to bring it up to date first', async () => {
    const database = new Database(store.path);
    database.exec('delete from schema_migration where version > 1');
    database.close();
    await expect(copy()).rejects.toThrow(RefusedStartError);
    expect(await left()).toEqual([]);
  });

  it('when what was copied is damaged', async () => {
    for (let index = 0; index < 300; index += 1) await owe(`a delivery with a long enough key ${index}`);
    await store.close();
    const bytes = await readFile(store.path);
    // The pages in the middle, where no table begins.
    bytes.fill(7, 30 * 4_096, 36 * 4_096);
    await writeFile(store.path, bytes);
    await expect(copy()).rejects.toThrow(BackupError);
    expect(await left()).toEqual([]);
  });

  it.runIf(process.getuid?.() !== 0)('when the folder may not be written to', async () => {
    const folder = join(dirname(to), 'closed');
    await mkdir(folder);
    await chmod(folder, 0o500);
    await expect(copy({ to: join(folder, 'copy.db') })).rejects.toMatchObject({ code: 'EACCES' });
  });
});
