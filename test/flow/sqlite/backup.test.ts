import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { partialEnding } from '../../../src/backups/copy-database.ts';
import { databasePath } from '../../../src/database.ts';
import { actorsOn } from '../../support/actors.ts';
import { startProgram } from '../../support/bot-process.ts';
import { openStage } from '../../support/stage.ts';
import { until } from '../../support/until.ts';

const rows = 150;
const name = /^kchat-invite-\d{8}T\d{6}Z\.db$/;

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kchat-invite-copies-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** So large that copying it takes a while. */
function fill(path: string): void {
  const database = new Database(path);
  database.exec(
    `with recursive number(n) as (select 1 union all select n + 1 from number where n < 60000)
     insert into delivery (id, team_id, kind, target, payload, dedupe_key, run_at, state, result)
       select 'filler' || n, 'another', 'poll', 'filler' || n, '{}', 'filler' || n, 0, 'done', hex(zeroblob(200)) from number`,
  );
  database.close();
}

/** Nothing that is written in one transaction is seen apart. */
function expectWhole(path: string): void {
  const copy = new Database(path, { readonly: true });
  const count = (query: string) => copy.prepare(query).pluck().get();
  expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(count(`select count(*) from delivery where team_id = 'another'`)).toBe(60_000);
  expect(count(`select count(*) from team where copied_at is not null`)).toBe(1);
  expect(count('select count(*) from invitation where id not in (select invitation_id from invitation_event)')).toBe(0);
  expect(count(`select count(*) from import_row where invitation_id not in (select id from invitation)`)).toBe(0);
  copy.close();
}

it('a bot that is killed while it copies, in the midst of an import, leaves nothing that looks like a copy, and makes it at the next start', async () => {
  const folder = await temporaryFolder();
  const stage = await openStage({ seats: rows + 100 });
  try {
    const path = databasePath({ DATABASE_URL: stage.environment.DATABASE_URL ?? '' }) ?? '';
    fill(path);
    const actors = actorsOn(stage);
    const people = Array.from({ length: rows }, (_, index) => `person${index}@example.test,Person,Nr${index}`);
    await actors.type(`/kinvite import email,first_name,last_name\n${people.join('\n')}`);
    const card = await until('the offer', () => actors.cardsTo(actors.person('pat.keller').id).at(-1));
    await actors.press(card.id, `Invite ${rows}`);
    await until('some progress', () => stage.sandbox.world.provider.invitations.length > 3);
    await stage.kill();

    const copying = { BACKUP_DIR: folder, BACKUP_SCHEDULE: '* * * * * *', BACKUP_KEEP: '1' };
    const files = () => readdir(folder).catch(() => []);
    const whole = (await stat(path)).size;
    // As soon as it begins; and when all is copied and nothing is checked yet.
    for (const enough of [0, whole * 0.9]) {
      const bot = startProgram(['serve'], { ...stage.environment, ...copying });
      await until('a copy in the making', async () => {
        const partial = (await files()).find((file) => file.endsWith(partialEnding));
        const size = partial === undefined ? -1 : (await stat(join(folder, partial)).catch(() => ({ size: -1 }))).size;
        return size >= enough;
      });
      bot.signal('SIGKILL');
      await bot.exited;
      const left = await files();
      expect(left.some((file) => file.includes(partialEnding))).toBe(true);
      expect(left.filter((file) => name.test(file))).toEqual([]);
    }

    await stage.restart(copying);
    const [made = ''] = await until('the copy, without remains', async () => {
      const found = await files();
      return found.length === 1 && found.every((file) => name.test(file)) && found;
    });
    expectWhole(join(folder, made));
    await until('the end of the import', () => stage.sandbox.world.provider.invitations.length >= rows);
    const addresses = stage.sandbox.world.provider.invitations.map(({ email }) => email);
    expect(new Set(addresses).size).toBe(addresses.length);
  } finally {
    await stage.close();
  }
}, 180_000);
