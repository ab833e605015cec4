import { expect, it } from 'vitest';
import { owePoll } from '../../src/arrivals/owe-looks.ts';
import { days, minutes, seconds } from '../support/fake-clock.ts';
import { silence } from '../support/fake-faults.ts';
import { openWorld } from '../support/fake-world.ts';

it('two ticks within a second, or while a poll waits, are one poll', async () => {
  const world = await openWorld();
  const before = world.chat.faults.count('roster');
  await owePoll(world.deps);
  world.clock.advance(minutes(1));
  await owePoll(world.deps);
  await world.untilQuiet();
  await owePoll(world.deps);
  await world.untilQuiet();
  expect(world.chat.faults.count('roster')).toBe(before + 2);
  await owePoll(world.deps);
  await world.untilQuiet();
  expect(world.chat.faults.count('roster')).toBe(before + 2);
});

it('a poll that failed is not repeated before the next tick', async () => {
  const world = await openWorld();
  world.chat.faults.plan({ at: 'roster', moment: 'before', error: silence('timeout', 'kChat') });
  const before = world.chat.faults.count('roster');
  await owePoll(world.deps);
  await world.untilQuiet();
  expect(world.chat.faults.count('roster')).toBe(before + 1);
  world.clock.advance(seconds(1));
  await owePoll(world.deps);
  await world.untilQuiet();
  expect(world.chat.faults.count('roster')).toBe(before + 2);
});

it('old polls do not fill the database', async () => {
  const world = await openWorld();
  await owePoll(world.deps);
  const key = `poll:team:${world.clock.now() / 1_000}`;
  await world.untilQuiet();
  expect(await world.store.deliveries.byKey('team', key)).toBeDefined();
  world.clock.advance(days(1));
  await world.poll();
  expect(await world.store.deliveries.byKey('team', key)).toBeUndefined();
});
