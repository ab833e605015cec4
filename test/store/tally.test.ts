import { expect, it } from 'vitest';
import type { DeliveryKind } from '../../src/ports/delivery-store.ts';
import { team } from '../support/fake-chat.ts';
import { FakeClock, minutes } from '../support/fake-clock.ts';
import { openTemporaryStore } from '../support/temporary-store.ts';

const clock = new FakeClock();

async function openFilled() {
  const store = await openTemporaryStore(clock);
  const owe = (kind: DeliveryKind, key: string, runAt: number, teamId = team.id) =>
    store.deliveries.enqueue({ teamId, kind, target: key, payload: {}, dedupeKey: key, runAt } as never);
  const end = async (key: string, ending: 'finish' | 'bury') => {
    const [delivery] = await store.deliveries.claim({
      teamId: 'team',
      now: clock.now(),
      holder: 'test',
      leaseMs: 1,
      limit: 1,
    });
    expect(delivery?.dedupeKey).toBe(key);
    await store.deliveries[ending](delivery?.id ?? '', 'test', '#bug', clock.now());
  };
  return { store, owe, end };
}

it('counts what is owed and what was given up, by kind, and leaves out what is done', async () => {
  const { store, owe, end } = await openFilled();
  await owe('welcome', 'done', clock.now() - minutes(9));
  await end('done', 'finish');
  await owe('welcome', 'dead', clock.now() - minutes(8));
  await end('dead', 'bury');
  await owe('welcome', 'due', clock.now() - minutes(7));
  await owe('welcome', 'later', clock.now() + minutes(7));
  await owe('notice', 'soon', clock.now());
  await owe('notice', 'of another team', clock.now(), 'another');
  const tallies = await store.deliveries.tally(team.id);
  expect(tallies.sort((a, b) => `${a.kind}${a.state}`.localeCompare(`${b.kind}${b.state}`))).toEqual([
    { kind: 'notice', state: 'ready', count: 1, oldestRunAt: clock.now() },
    { kind: 'welcome', state: 'dead', count: 1, oldestRunAt: clock.now() - minutes(8) },
    { kind: 'welcome', state: 'ready', count: 2, oldestRunAt: clock.now() - minutes(7) },
  ]);
});
