import Database from 'better-sqlite3';
import { expect, it, onTestFinished, vi } from 'vitest';
import { team } from '../../support/fake-chat.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { openTemporaryStore } from '../../support/temporary-store.ts';

it('a tally reads no row that is done: it finds all it asks for in two small indexes', async () => {
  const store = await openTemporaryStore(new FakeClock());
  const prepare = vi.spyOn(Database.prototype, 'prepare');
  onTestFinished(() => {
    prepare.mockRestore();
  });
  await store.deliveries.tally(team.id);
  const asked = prepare.mock.calls.at(-1)?.[0] ?? '';
  expect(asked).toContain('union all');

  const database = new Database(store.path, { readonly: true });
  onTestFinished(() => void database.close());
  const plan = database.prepare(`explain query plan ${asked}`).all('t', 'ready', 't', 'dead') as { detail: string }[];
  expect(plan.map(({ detail }) => detail).filter((detail) => /SEARCH|SCAN/.test(detail))).toEqual([
    expect.stringContaining('USING COVERING INDEX delivery_queue'),
    expect.stringContaining('USING COVERING INDEX delivery_given_up'),
  ]);
});
