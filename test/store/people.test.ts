import { expect, it } from 'vitest';
import { team } from '../support/fake-chat.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { openTemporaryStore } from '../support/temporary-store.ts';

it('tells the unknown of thousands of people', async () => {
  const { people } = await openTemporaryStore(new FakeClock());
  const ids = Array.from({ length: 2_100 }, (_, index) => `user-${index}`);
  for (const userId of ['user-0', 'user-700', 'user-2099'])
    await people.add({ teamId: team.id, userId, firstSeenAt: 1 });
  const unknown = await people.unknownOf(team.id, ids);
  expect(unknown).toHaveLength(2_097);
  expect(unknown).not.toContain('user-700');
});

it('knows a person once, and per team', async () => {
  const { people } = await openTemporaryStore(new FakeClock());
  const person = { teamId: team.id, userId: 'jane', firstSeenAt: 1 };
  expect(await people.add(person)).toBe(true);
  expect(await people.add(person)).toBe(false);
  expect(await people.add({ ...person, teamId: 'other team' })).toBe(true);
});

it('remembers that the people who were there first are recorded', async () => {
  const { people } = await openTemporaryStore(new FakeClock());
  expect(await people.isPrimed(team.id)).toBe(false);
  await people.markPrimed(team.id, 1);
  expect(await people.isPrimed(team.id)).toBe(true);
});
