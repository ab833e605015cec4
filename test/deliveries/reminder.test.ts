import { beforeEach, describe, expect, it } from 'vitest';
import { days } from '../support/fake-clock.ts';
import { jane, openWorld, type FakeWorld } from '../support/fake-world.ts';

let world: FakeWorld;
beforeEach(async () => {
  world = await openWorld();
});

/** The invitation lives for 30 days. */
const moveTo = async (day: number) => {
  world.clock.moveTo(started + days(day));
  await world.drain();
};
let started: number;
const invite = async () => {
  started = world.clock.now();
  return world.invited();
};
const reminders = () => world.chat.cardsTo('pat').filter(({ text }) => text.includes('have not accepted yet'));

describe('the reminder before the end', () => {
  it('comes once, two days before, with a button that renews', async () => {
    await invite();
    await moveTo(27);
    expect(reminders()).toEqual([]);
    await moveTo(28);
    expect(reminders()).toMatchObject([{ buttons: [{ label: 'Resend' }] }]);
    await moveTo(29);
    expect(reminders()).toHaveLength(1);
  });

  it('does not come to whom has accepted', async () => {
    await invite();
    world.provisioning.accept(jane.email, 501);
    await world.poll();
    await moveTo(28);
    expect(reminders()).toEqual([]);
  });

  it('does not come for an invitation that was cancelled', async () => {
    await invite();
    world.provisioning.end(jane.email, 'cancelled');
    await world.poll();
    await moveTo(28);
    expect(reminders()).toEqual([]);
  });

  it('moves with the end', async () => {
    await invite();
    for (const invitation of world.provisioning.invitations) invitation.expiresAt = started + days(40);
    world.clock.advance(days(1));
    // Somebody prolonged it in the Manager; the poll reads an invitation whose time seems to be up.
    world.clock.moveTo(started + days(30));
    await world.poll();
    await world.untilQuiet();
    expect(reminders()).toEqual([]);
    await moveTo(38);
    expect(reminders()).toHaveLength(1);
  });

  it('is left out for what ends soon anyway', async () => {
    world.provisioning.lifeMs = days(3);
    await invite();
    await moveTo(2);
    expect(reminders()).toEqual([]);
  });
});

it('the end is told with a button that renews', async () => {
  await invite();
  world.clock.moveTo(started + days(31));
  await world.poll();
  await world.untilQuiet();
  const [told] = world.chat.cardsTo('pat').filter(({ text }) => text.includes('has expired without an answer'));
  expect(told?.buttons.map(({ label }) => label)).toEqual(['Resend']);
});
