import { expect, it, onTestFinished } from 'vitest';
import type { OfTeams, ServeConfig } from '../src/config.ts';
import { createBudgets } from '../src/shared-budgets.ts';
import { FakeClock } from './support/fake-clock.ts';
import { openTemporaryStore } from './support/temporary-store.ts';

const config = (team: string, token: string) =>
  ({
    KCHAT_TEAM: team,
    INFOMANIAK_API_URL: 'https://api.example.test',
    INFOMANIAK_API_TOKEN: token,
    INFOMANIAK_RATE_PER_MINUTE: 2,
  }) as ServeConfig;

async function start(configs: OfTeams<ServeConfig>) {
  const clock = new FakeClock();
  const store = await openTemporaryStore(clock);
  const end = new AbortController();
  onTestFinished(() => {
    end.abort();
  });
  return { store, clock, budgetOf: createBudgets({ configs, store, clock, signal: end.signal }) };
}

it('teams with tokens of their own have budgets of their own', async () => {
  const [acme, other] = [config('acme', 'a'), config('other', 'b')];
  const { store, clock, budgetOf } = await start([acme, other]);
  const spent = await budgetOf(acme, 'id of acme');
  const ask = () => spent.run('asking', 'background', () => Promise.resolve());
  await ask();
  await ask();
  expect(spent.usage()).toMatchObject({ used: 2, left: 0 });
  expect((await budgetOf(other, 'id of other')).usage()).toMatchObject({ used: 0, left: 2 });
  // As ever, so that a start of an older or newer program goes on where this one ended.
  expect(await store.budget.spentSince('id of acme', clock.now() - 1)).toHaveLength(2);
});

it('teams with one token have one budget, also in a process that starts later', async () => {
  const configs = [config('acme', 'a'), config('sister', 'a'), config('other', 'b')] as const;
  const { store, clock, budgetOf } = await start(configs);
  const [acme, sister] = [await budgetOf(configs[0], 'id of acme'), await budgetOf(configs[1], 'id of sister')];
  await acme.run('asking', 'background', () => Promise.resolve());
  expect(sister.usage()).toMatchObject({ used: 1, left: 1 });

  const later = createBudgets({ configs, store, clock, signal: new AbortController().signal });
  expect((await later(configs[1], 'id of sister')).usage()).toMatchObject({ used: 1 });
  expect((await later(configs[2], 'id of other')).usage()).toMatchObject({ used: 0 });
});
