import { expect, it } from 'vitest';
import { owePoll } from '../../src/arrivals/owe-looks.ts';
import { seconds } from '../support/fake-clock.ts';
import { refusal } from '../support/fake-faults.ts';
import { openWorld } from '../support/fake-world.ts';

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

it('a refused bot token costs a delivery none of its attempts', async () => {
  const world = await openWorld();
  world.chat.faults.plan({ at: 'roster', moment: 'before', error: refusal(401, undefined, {}, 'kChat') });
  const before = world.chat.faults.count('roster');
  await owePoll(world.deps);
  await world.drain();
  // A poll is tried once; that it comes again shows that the first time did not count.
  world.clock.advance(seconds(1));
  await world.drain();
  expect(world.chat.faults.count('roster')).toBe(before + 2);
});
