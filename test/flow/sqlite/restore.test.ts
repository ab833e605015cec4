import { copyFile, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cancel } from '../../../sandbox/infomaniak/invitation-routes.ts';
import { databasePath } from '../../../src/database.ts';
import { actorsOn } from '../../support/actors.ts';
import { isEffect } from '../../support/effects.ts';
import { startProgram } from '../../support/bot-process.ts';
import { openStage, type Stage } from '../../support/stage.ts';
import { until } from '../../support/until.ts';

/** All rows of what is never to be lost, without what the restored program goes on with. */
function kept(path: string): Record<string, unknown[]> {
  const database = new Database(path, { readonly: true });
  const queries = {
    invitations: 'select id, email, inviter_id, requested_at, parent_id from invitation order by id',
    events: 'select invitation_id, kind, at, actor, detail from invitation_event order by id',
    deliveries: 'select id, kind, invitation_id, dedupe_key from delivery order by id',
    acts: 'select at, actor, verb, detail from audit_entry order by at',
    people: 'select user_id, first_seen_at from known_person order by user_id',
    channels: 'select channel_id, name from newcomer_channel order by channel_id',
    texts: 'select part, locale, text from welcome_text order by part, locale',
  };
  const found = Object.entries(queries).map(([what, query]) => [what, database.prepare(query).all()] as const);
  database.close();
  return Object.fromEntries(found);
}

describe('a database that was lost, and a copy of it in an empty folder', () => {
  let stage: Stage;
  let actors: ReturnType<typeof actorsOn>;
  let patId: string;
  let janeId: string;
  let maxId: string;
  let copy: string;
  let restored: string;
  let before: unknown;

  const seen = () => ({
    toJane: actors.messagesTo(janeId),
    toMax: actors.messagesTo(maxId),
    notices: actors.noticesIn('town-square'),
    toPat: actors.messagesTo(patId),
    invited: stage.sandbox.world.provider.invitations.length,
  });

  async function arrives(address: string): Promise<string> {
    const id = await actors.accept(await actors.mailTo(address));
    await until('the welcome', () => actors.messagesTo(id).length > 0);
    return id;
  }
  const pollsDone = async () => {
    const text = await (await fetch(`${stage.botUrl}/metrics`)).text();
    return Number(/attempts_total\{team="acme",kind="poll",outcome="done"\} (\d+)/.exec(text)?.[1] ?? 0);
  };
  /** But looks, which come every second. */
  const nothingIsDue = (path: string) => {
    const database = new Database(path, { readonly: true });
    const due = `select count(*) from delivery where state = 'ready' and run_at <= ? and ${isEffect}`;
    const count = database.prepare(due).pluck().get(Date.now());
    database.close();
    return count === 0;
  };

  beforeAll(async () => {
    stage = await openStage();
    actors = actorsOn(stage);
    patId = actors.person('pat.keller').id;
    const lost = databasePath({ DATABASE_URL: stage.environment.DATABASE_URL ?? '' }) ?? '';
    copy = `${lost}-copy`;
    restored = join(dirname(lost), 'restored', 'bot.db');

    await actors.type('/kinvite channels add ~marketing');
    await actors.type('/kinvite jane.doe@acme.ch Jane Doe');
    await actors.type('/kinvite max.frei@acme.ch Max Frei');
    await actors.type('/kinvite ida.muster@acme.ch Ida Muster');
    await actors.type('/kinvite otto.kern@acme.ch Otto Kern');
    janeId = await arrives('jane.doe@acme.ch');
    await until('the message to the inviter', () => actors.messagesTo(patId).length === 1);

    const program = startProgram(['backup', copy], stage.environment);
    expect(await program.exited).toBe(0);
    // The copy does not know of this.
    maxId = await arrives('max.frei@acme.ch');
    // In the Manager.
    for (const invitation of actors.invitationsOf('otto.kern@acme.ch')) cancel(stage.sandbox.world, invitation);
    await until('the messages to the inviter', () => actors.messagesTo(patId).length === 3);
    await until('the notice', () => actors.noticesIn('town-square').join().includes('Max Frei'));
    await until('the rest of it', () => nothingIsDue(lost));
    before = seen();

    await stage.kill();
    for (const ending of ['', '-wal', '-shm']) await rm(`${lost}${ending}`, { force: true });
    await mkdir(dirname(restored));
    await copyFile(copy, restored);
    await stage.restart({ DATABASE_URL: `file:${restored}` });
    await until('two looks at everything', async () => (await pollsDone()) >= 2);
    await until('what they led to', () => nothingIsDue(restored));
  }, 180_000);
  afterAll(() => stage.close());

  it('has all that was in the copy: invitations with their timeline, deliveries, acts, people, channels and texts', () => {
    const [then, now] = [kept(copy), kept(restored)];
    for (const [what, rows] of Object.entries(then)) {
      // The looks of the last hour come and go.
      const lasting = rows.filter((row) => !/"kind":"(poll|roster|meet)"/.test(JSON.stringify(row)));
      expect(now[what], what).toEqual(expect.arrayContaining(lasting));
    }
    for (const what of ['invitations', 'events', 'deliveries', 'acts', 'people', 'channels'])
      expect(then[what]?.length, what).toBeGreaterThan(0);
  });

  it('tells nobody anything twice, and invites nobody twice', () => {
    expect(seen()).toEqual(before);
  });

  it('has found what the copy did not know', async () => {
    expect(await actors.type('/kinvite status max.frei@acme.ch')).toContain('**arrived**');
    expect(await actors.type('/kinvite status otto.kern@acme.ch')).toContain('**revoked**');
    expect(await actors.type('/kinvite status jane.doe@acme.ch')).toContain('**arrived**');
    expect(await actors.type('/kinvite audit')).toContain('~marketing');
    expect(stage.bot().output()).toContain('this database is a copy');
  });

  it('goes on as ever: who was pending arrives, and new people are invited', async () => {
    const idaId = await arrives('ida.muster@acme.ch');
    await actors.type('/kinvite nora.new@acme.ch Nora New');
    const noraId = await arrives('nora.new@acme.ch');
    await until('the messages to the inviter', () => actors.messagesTo(patId).length === 5);
    expect([idaId, noraId].map((id) => actors.messagesTo(id).length)).toEqual([1, 1]);
    expect(stage.sandbox.world.provider.invitations).toHaveLength(5);
  });
});
