import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { migrate } from '../../../src/store/migrate.ts';
import { migrations } from '../../../src/store/migrations/all.ts';
import { openSqliteStore } from '../../../src/store/sqlite.ts';
import { textsStored } from '../../support/everything-stored.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { temporaryPath } from '../../support/temporary-store.ts';

const clock = new FakeClock();

it('what was done before is about nobody any more, and every import is looked at once', async () => {
  const path = await temporaryPath();
  const before = new Database(path);
  const older = migrations.filter(({ version }) => version < 15);
  migrate(before, older, clock.now());
  const delivery = `insert into delivery (id, team_id, kind, target, dedupe_key, run_at, state, payload, message) values`;
  before.exec(`${delivery} ('d1', 't', 'welcome', 'u1', 'k1', 0, 'done', '{"firstName":"Jane"}', 'Hello Jane')`);
  before.exec(`${delivery} ('d2', 't', 'welcome', 'u2', 'k2', 0, 'ready', '{"firstName":"Max"}', 'Hello Max')`);
  before.exec(`insert into import values ('i1', 't', 'anna', 'Anna', 'en_GB', 'kinvite', 'done', 1, 2, null)`);
  before.close();

  const store = openSqliteStore(path, clock);
  onTestFinished(() => store.close());
  expect(textsStored(path).get('delivery.message')).toEqual(['Hello Max']);
  expect(textsStored(path).get('delivery.payload')?.join()).not.toContain('Jane');
  expect(await store.deliveries.byKey('t', 'import_end:i1')).toMatchObject({
    ...{ kind: 'import_end', teamId: 't', target: 'i1', payload: { importId: 'i1' } },
  });
});
