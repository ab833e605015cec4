import { beforeEach, describe, expect, it } from 'vitest';
import { lookForNewcomers } from '../../src/arrivals/look-for-newcomers.ts';
import { oweMeeting, oweRosterLook } from '../../src/arrivals/owe-looks.ts';
import { createHintTaker } from '../../src/arrivals/take-hint.ts';
import type { Hint } from '../../src/ports/realtime.ts';
import { chatUser } from '../support/fake-chat.ts';
import { FakeClock, minutes } from '../support/fake-clock.ts';
import { silence } from '../support/fake-faults.ts';
import { FakeWorld, jane, openWorld } from '../support/fake-world.ts';
import { openTemporaryStore } from '../support/temporary-store.ts';

let world: FakeWorld;
let rightsChangedOf: string[];
beforeEach(async () => {
  world = await openWorld();
  rightsChangedOf = [];
});

/** Hears something and does what it leads to. */
async function hear(...hints: Hint[]): Promise<void> {
  for (const hint of hints) {
    const rights = rightsChangedOf.length;
    await new Promise<void>((resolve, reject) => {
      const onRights = (userId: string) => {
        rightsChangedOf.push(userId);
      };
      const take = createHintTaker(world.deps, { onRights, onOwed: resolve, onError: reject });
      take(hint);
      if (rightsChangedOf.length > rights) resolve();
    });
  }
  await world.untilQuiet();
}

const about = (userId: string): Hint => ({ about: 'person', userId });
const providerReads = () => world.provisioning.faults.count('readInvitation');

describe('a hint about a person', () => {
  it('has the invitee greeted although no poll has seen the acceptance', async () => {
    const id = await world.invited();
    world.provisioning.accept(jane.email, 501);
    world.chat.join(chatUser('jane', { email: jane.email }));
    await hear(about('jane'));
    expect(await world.invitation(id)).toMatchObject({ state: 'arrived', chatUserId: 'jane' });
    expect(world.chat.messagesTo('jane')).toHaveLength(1);
    expect(world.chat.messagesTo('pat')).toHaveLength(1);
    expect(providerReads()).toBe(1);
  });

  it('greets nobody twice, however often it comes and whatever the poll sees', async () => {
    await world.invited();
    world.provisioning.accept(jane.email, 501);
    world.chat.join(chatUser('jane', { email: jane.email }));
    await hear(about('jane'), about('jane'), { about: 'everybody' });
    await world.poll();
    await world.untilQuiet();
    expect(world.chat.messagesTo('jane')).toHaveLength(1);
    expect(world.chat.messagesTo('town-square')).toHaveLength(1);
  });

  it('waits for an acceptance that the provider does not show yet', async () => {
    const id = await world.invited();
    world.chat.join(chatUser('jane', { email: jane.email }));
    await oweMeeting(world.deps, 'jane');
    await world.drain();
    expect(await world.invitation(id)).toMatchObject({ state: 'pending' });
    world.provisioning.accept(jane.email, 501);
    await world.untilQuiet();
    expect(await world.invitation(id)).toMatchObject({ state: 'arrived' });
  });

  it('asks the provider a bounded number of times about an acceptance that never comes', async () => {
    const id = await world.invited();
    world.chat.join(chatUser('jane', { email: jane.email }));
    await hear(about('jane'));
    expect(providerReads()).toBeLessThan(20);
    expect(await world.invitation(id)).toMatchObject({ state: 'pending' });
    expect(world.chat.messagesTo('jane')).toEqual([]);
  });

  it('greets a walk-in without asking the provider for anything', async () => {
    world.chat.join(chatUser('max'));
    const before = world.provisioning.faults.calls.length;
    await hear(about('max'));
    expect(world.chat.messagesTo('max')).toHaveLength(1);
    expect(world.provisioning.faults.calls.length).toBe(before);
  });

  it('costs not even a request when the person is known', async () => {
    const before = world.chat.faults.count('user');
    await hear(about('pat'));
    expect(world.chat.faults.count('user')).toBe(before);
  });

  it('costs no request either when somebody else was quicker to greet the person', async () => {
    const before = world.chat.faults.count('user');
    await oweMeeting(world.deps, 'pat');
    await world.untilQuiet();
    expect(world.chat.faults.count('user')).toBe(before);
  });

  it('greets no guest, no bot and no closed account', async () => {
    world.chat.join(
      chatUser('guest', { isGuest: true }),
      chatUser('helper', { isBot: true }),
      chatUser('gone', { isDeactivated: true }),
    );
    await hear(about('guest'), about('helper'), about('gone'));
    expect(world.chat.posts).toEqual([]);
  });

  it('looks through the roster when the server knows nobody of that id', async () => {
    world.chat.join(chatUser('max', { infomaniakUserId: 77 }));
    await hear(about('77'));
    expect(world.chat.messagesTo('max')).toHaveLength(1);
  });

  it('leaves somebody whose address kChat hides to the poll, which knows whom to ask for', async () => {
    await world.invited();
    world.chat.join(chatUser('jane', { email: '' }));
    const lists = world.provisioning.faults.count('pendingInvitationIds');
    await hear(about('jane'));
    expect(world.provisioning.faults.count('pendingInvitationIds')).toBe(lists + 1);
  });

  it('waits until the first poll has remembered who was there before', async () => {
    const clock = new FakeClock();
    world = new FakeWorld(clock, await openTemporaryStore(clock), {});
    world.chat.join(chatUser('old'));
    await oweMeeting(world.deps, 'old');
    await world.drain();
    await world.poll();
    await world.untilQuiet();
    expect(world.chat.posts).toEqual([]);
  });

  it('is kept while kChat does not answer', async () => {
    world.chat.join(chatUser('max'));
    world.chat.faults.plan({ at: 'user', moment: 'before', error: silence('timeout', 'kChat'), times: 3 });
    await hear(about('max'));
    expect(world.chat.messagesTo('max')).toHaveLength(1);
  });
});

describe('a new connection', () => {
  it('has everybody met who came during the gap, without asking the provider', async () => {
    world.chat.join(...Array.from({ length: 50 }, (_, index) => chatUser(`new-${index}`)));
    const before = world.provisioning.faults.calls.length;
    await hear({ about: 'everybody' });
    for (let index = 0; index < 50; index += 1) expect(world.chat.messagesTo(`new-${index}`)).toHaveLength(1);
    expect(world.provisioning.faults.calls.length).toBe(before);
  });

  it('looks once although it came about twice', async () => {
    const before = world.chat.faults.count('roster');
    await oweRosterLook(world.deps);
    world.clock.advance(1);
    await oweRosterLook(world.deps);
    await world.untilQuiet();
    expect(world.chat.faults.count('roster')).toBe(before + 1);
  });

  it('greets nobody while it is not known who was there before the bot', async () => {
    const clock = new FakeClock();
    world = new FakeWorld(clock, await openTemporaryStore(clock), {});
    world.chat.join(chatUser('old'));
    expect(await lookForNewcomers(world.deps)).toBe(0);
  });
});

it('a hint about rights makes the next command ask kChat again', async () => {
  await hear({ about: 'rights', userId: 'pat' });
  expect(rightsChangedOf).toEqual(['pat']);
});

it('what is owed by hints does not fill the database', async () => {
  world.chat.join(chatUser('max'));
  await hear(about('max'), { about: 'everybody' });
  const at = world.clock.now();
  await oweRosterLook(world.deps);
  await world.untilQuiet();
  world.clock.advance(minutes(61));
  await world.poll();
  expect(await world.store.deliveries.byKey('team', `roster:team:${at}`)).toBeUndefined();
});
