import { expect, it } from 'vitest';
import { owePoll } from '../../src/arrivals/owe-looks.ts';
import { refusal } from '../support/fake-faults.ts';
import { openWorld, type FakeWorld } from '../support/fake-world.ts';

it('a paused worker claims nothing, and goes on where it was when it is resumed', async () => {
  const world = await openWorld();
  const before = world.chat.faults.count('roster');
  world.worker.pause();
  await owePoll(world.deps);
  await world.drain();
  expect(world.chat.faults.count('roster')).toBe(before);
  world.worker.resume();
  await world.drain();
  expect(world.chat.faults.count('roster')).toBe(before + 1);
});

/** Two runs of a poll, the first of which kChat answers with 401. A poll that has used its one attempt up does not come again. */
async function pollsAfterRefusal(meanwhile: (world: FakeWorld) => void): Promise<number> {
  const world = await openWorld();
  world.chat.faults.plan({ at: 'roster', moment: 'before', error: refusal(401, undefined, {}, 'kChat') });
  const before = world.chat.faults.count('roster');
  await owePoll(world.deps);
  const draining = world.drain();
  meanwhile(world);
  await draining;
  world.worker.resume();
  await world.drain();
  return world.chat.faults.count('roster') - before;
}

it('a refused bot token costs a delivery none of its attempts', async () => {
  const polls = await pollsAfterRefusal(({ worker }) => {
    worker.pause();
  });
  expect(polls).toBe(2);
});

it('a 401 while the token is good costs an attempt like any other refusal', async () => {
  expect(await pollsAfterRefusal(() => undefined)).toBe(1);
});
