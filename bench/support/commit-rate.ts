import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** How many one-row transactions a second this disk takes, with the pragmas of the store and nothing around them. */
export async function measureCommitRate(seconds: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'kchat-invite-bench-'));
  const database = new Database(join(folder, 'commits.db'));
  try {
    for (const pragma of ['journal_mode = wal', 'synchronous = full', 'foreign_keys = 1', 'secure_delete = 1']) {
      database.pragma(pragma);
    }
    database.exec('create table entry (id integer primary key, text text not null) strict');
    const insert = database.prepare('insert into entry (text) values (?)');
    const end = performance.now() + seconds * 1_000;
    let commits = 0;
    for (; performance.now() < end; commits += 1) insert.run('x'.repeat(300));
    return commits / seconds;
  } finally {
    database.close();
    await rm(folder, { recursive: true, force: true });
  }
}
