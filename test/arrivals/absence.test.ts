import { beforeEach, describe, expect, it } from 'vitest';
import { chatUser } from '../support/fake-chat.ts';
import { days } from '../support/fake-clock.ts';
import { silence } from '../support/fake-faults.ts';
import { jane, openWorld, type FakeWorld } from '../support/fake-world.ts';

let world: FakeWorld;
beforeEach(async () => {
  world = await openWorld();
});

/** Accepted, and seen nowhere in kChat. */
async function accepted(changes: Parameters<FakeWorld['invited']>[0] = {}, registeredAs = jane.email) {
  const id = await world.invited(changes);
  world.provisioning.accept(jane.email, 77, registeredAs);
  await live(1);
  expect(await world.invitation(id)).toMatchObject({ state: 'accepted' });
  return id;
}

async function live(count: number): Promise<void> {
  for (let day = 0; day < count; day += 1) {
    world.clock.advance(days(1));
    await world.poll().catch(() => undefined);
    await world.untilQuiet();
  }
}

const remove = () => world.provisioning.members.splice(0);
const stateOf = async (id: string) => (await world.invitation(id)).state;
const told = () => world.chat.messagesTo('pat').join();

describe('somebody who accepted and was removed before they came', () => {
  it('is waited for some days; then the invitation ends, and the inviter is told why', async () => {
    const id = await accepted();
    remove();
    await live(2);
    expect(await stateOf(id)).toBe('accepted');
    await live(2);
    expect(await stateOf(id)).toBe('revoked');
    expect(told()).toContain('had accepted and was removed before they were seen in kChat');
    expect(await world.invited()).not.toBe(id);
  });

  it('and comes after all is told to the inviter and not welcomed', async () => {
    const id = await accepted();
    remove();
    await live(4);
    world.chat.join(chatUser('jane', { email: jane.email }));
    await live(1);
    expect(await world.timeline(id)).toContain('accepted_late');
  });
});

describe('somebody who accepted and just takes their time', () => {
  it('is looked for once a day, behind all others, and welcomed when they come', async () => {
    const id = await accepted();
    await live(3);
    const { faults, patient } = world.provisioning;
    const before = faults.count('findByEmail');
    for (let poll = 0; poll < 5; poll += 1) await world.poll();
    await world.untilQuiet();
    expect(faults.count('findByEmail')).toBe(before);
    await live(5);
    expect(faults.count('findByEmail')).toBe(before + 5);
    expect(world.provisioning.patient).toBeGreaterThan(patient);
    world.chat.join(chatUser('jane', { email: jane.email }));
    await live(1);
    expect(await stateOf(id)).toBe('arrived');
  });

  it('is not given up while Infomaniak does not answer', async () => {
    const id = await accepted();
    remove();
    world.provisioning.faults.plan({ at: 'findByEmail', moment: 'before', error: silence(), times: 999 });
    await live(5);
    expect(await stateOf(id)).toBe('accepted');
  });

  it('is not given up where they were free to register with another address', async () => {
    const id = await accepted({ strict: false }, 'jane@home.test');
    await live(9);
    expect(await stateOf(id)).toBe('accepted');
  });
});
