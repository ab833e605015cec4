import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { migrate } from '../../../src/store/migrate.ts';
import { migrations } from '../../../src/store/migrations/all.ts';
import { openSqliteStore } from '../../../src/store/sqlite.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { temporaryPath } from '../../support/temporary-store.ts';

const clock = new FakeClock();

it('whoever an import has begun with is known to be of it, and nobody else', async () => {
  const path = await temporaryPath();
  const before = new Database(path);
  migrate(
    before,
    migrations.filter(({ version }) => version < 24),
    clock.now(),
  );
  before.exec(`insert into import (id, team_id, by_id, by_name, locale, trigger, state, created_at)
    values ('i1', 't', 'anna', 'Anna', 'en_GB', 'kinvite', 'running', 1)`);
  for (const id of ['imported', 'single']) {
    before.exec(`insert into invitation (id, team_id, email, first_name, last_name, role, strict, locale, channels,
        work_teams, state, inviter_id, inviter_name, requested_at)
      values ('${id}', 't', '${id}@acme.ch', 'A', 'B', 'normal', 1, 'en_GB', '[]', '[]', 'pending', 'anna', 'Anna', 1)`);
  }
  const row = `insert into import_row (import_id, number, team_id, email, first_name, last_name, locale, channels, invitation_id)`;
  before.exec(`${row} values ('i1', 1, 't', 'imported@acme.ch', 'A', 'B', 'en_GB', '[]', 'imported')`);
  before.exec(`${row} values ('i1', 2, 't', 'waiting@acme.ch', 'A', 'B', 'en_GB', '[]', null)`);
  before.close();

  const store = openSqliteStore(path, clock);
  onTestFinished(() => store.close());
  expect((await store.invitations.byId('t', 'imported'))?.importId).toBe('i1');
  expect((await store.invitations.byId('t', 'single'))?.importId).toBeUndefined();
});
