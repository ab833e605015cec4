import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, inject, it, onTestFinished } from 'vitest';
import { openPostgresStore, type PostgresStore } from '../../../src/store/postgres.ts';
import { team } from '../../support/fake-chat.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { findPostgres } from '../../support/postgres/find-postgres.ts';
import { createSchema } from '../../support/postgres/temporary-schema.ts';

const run = promisify(execFile);
const script = fileURLToPath(new URL('../../../docs/deploy/after-restore.sql', import.meta.url));
const clock = new FakeClock();
const dumpedAt = Date.UTC(2026, 10, 23, 3, 30);

let url: string;
let store: PostgresStore;
beforeEach(async () => {
  url = await createSchema(inject('postgresUrl') ?? '');
  store = await openPostgresStore(url, clock);
  onTestFinished(() => store.close());
  await store.registrations.saveTeam({ id: team.id, name: team.name, botUserId: 'bot', sealedBotToken: undefined });
  await store.deliveries.enqueue({
    teamId: team.id,
    kind: 'poll',
    target: 'both',
    payload: {},
    dedupeKey: 'poll',
    runAt: clock.now(),
  });
});

const mark = (...words: string[]) =>
  run(join(findPostgres() ?? '', 'psql'), ['--no-psqlrc', ...words, `--file=${script}`, url]);

describe('a PostgreSQL database that was restored from a dump', () => {
  it('knows that it is a copy, and that what it owes may have been done', async () => {
    await mark('--variable=dumped_at=20261123T033000Z');
    expect(await store.registrations.restoration(team.id, 5)).toEqual({ copiedAt: dumpedAt, restoredAt: 5 });
    const [claimed] = await store.deliveries.claim({
      ...{ teamId: team.id, now: clock.now(), holder: 'worker', leaseMs: 1, limit: 1 },
    });
    expect(claimed).toMatchObject({ attempts: 2, firstAttemptAt: dumpedAt });
  });

  it('stays as it is when nobody says when the dump was made', async () => {
    await expect(mark()).rejects.toThrow(/syntax error/);
    expect(await store.registrations.restoration(team.id, 5)).toBeUndefined();
  });
});
