import Database from 'better-sqlite3';
import { expect, it, onTestFinished, vi } from 'vitest';
import { FakeClock } from '../../support/fake-clock.ts';
import { openTemporaryStore } from '../../support/temporary-store.ts';

const clock = new FakeClock();

/** How SQLite goes about what `ask` asks last. */
async function planOf(ask: (store: Awaited<ReturnType<typeof openTemporaryStore>>) => Promise<unknown>) {
  const store = await openTemporaryStore(clock);
  const prepare = vi.spyOn(Database.prototype, 'prepare');
  onTestFinished(() => {
    prepare.mockRestore();
  });
  await ask(store);
  const asked = prepare.mock.calls.at(-1)?.[0] ?? '';
  const database = new Database(store.path, { readonly: true });
  onTestFinished(() => void database.close());
  const values = asked
    .split('?')
    .slice(1)
    .map(() => 'x');
  const plan = database.prepare(`explain query plan ${asked}`).all(...values) as { detail: string }[];
  return plan.map(({ detail }) => detail).filter((detail) => /SEARCH|SCAN/.test(detail));
}

it('claiming reads what is due in the team and nothing of another one', async () => {
  const plan = await planOf((store) =>
    store.deliveries.claim({ teamId: 'team', now: clock.now(), holder: 'worker', leaseMs: 1, limit: 8 }),
  );
  expect(plan.find((step) => step.includes('candidate'))).toContain(
    'candidate USING INDEX delivery_due_in_team (team_id=? AND run_at<?)',
  );
  expect(plan.filter((step) => /SCAN (candidate|other|delivery\b)/.test(step))).toEqual([]);
});

it('the look for all teams takes one step in an index for each', async () => {
  const plan = await planOf((store) => store.deliveries.teamsDue(['team', 'other'], clock.now()));
  expect(plan).toEqual([
    'SCAN 2 CONSTANT ROWS',
    'SCAN asked',
    expect.stringContaining('USING INDEX delivery_due_in_team (team_id=? AND run_at<?)'),
  ]);
});
