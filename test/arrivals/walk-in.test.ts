import { describe, expect, it } from 'vitest';
import { chatUser, team } from '../support/fake-chat.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { silence } from '../support/fake-faults.ts';
import { FakeWorld, jane, openWorld } from '../support/fake-world.ts';
import { openTemporaryStore } from '../support/temporary-store.ts';

async function look(world: FakeWorld): Promise<void> {
  await world.poll();
  await world.untilQuiet();
}

describe('people who were not invited here', () => {
  it('are never greeted when they were there before the bot, be they two hundred', async () => {
    const clock = new FakeClock();
    const world = new FakeWorld(clock, await openTemporaryStore(clock), {});
    world.chat.openChannel('town-square', { hasBot: true });
    world.chat.join(...Array.from({ length: 200 }, (_, index) => chatUser(`old-${index}`)));
    await look(world);
    await look(world);
    expect(world.chat.posts).toEqual([]);

    world.chat.join(chatUser('new'));
    await look(world);
    expect(world.chat.messagesTo('new')).toHaveLength(1);
    expect(world.chat.posts).toHaveLength(2);
  });

  it('are not greeted when the first look broke off, and was made later', async () => {
    const clock = new FakeClock();
    const world = new FakeWorld(clock, await openTemporaryStore(clock), {});
    world.chat.join(chatUser('old'));
    world.chat.faults.plan({ at: 'roster', moment: 'before', error: silence('timeout', 'kChat') });
    await expect(world.poll()).rejects.toThrow('kChat');
    expect(await world.store.people.isPrimed(team.id)).toBe(false);
    await look(world);
    await look(world);
    expect(world.chat.posts).toEqual([]);
  });

  it('are greeted once, in their own language, without an inviter', async () => {
    const world = await openWorld();
    world.chat.join(chatUser('max', { firstName: 'Max', lastName: 'Muster', locale: 'de-CH' }));
    await look(world);
    await look(world);
    expect(world.chat.messagesTo('max')).toHaveLength(1);
    expect(world.chat.messagesTo('max')[0]).toContain('Willkommen');
    expect(world.chat.messagesTo('town-square')).toEqual(['👋 **Max Muster** has joined us. Welcome!']);
    expect(world.chat.messagesTo('pat')).toEqual([]);
  });

  it('are named by their user name when they have no other', async () => {
    const world = await openWorld();
    world.chat.join(chatUser('max', { username: 'max.m' }));
    await look(world);
    expect(world.chat.messagesTo('town-square')[0]).toContain('**max.m**');
  });

  it('are remembered and left in peace when the settings say so', async () => {
    const world = await openWorld({ welcomeWalkIns: false });
    world.chat.join(chatUser('max'));
    await look(world);
    expect(world.chat.posts).toEqual([]);
    expect(await world.store.people.unknownOf(team.id, ['max'])).toEqual([]);
  });

  it('are not greeted as guest, bot or deactivated person, but once they are plain members', async () => {
    const world = await openWorld();
    const [guest, bot, gone] = [
      chatUser('guest', { isGuest: true }),
      chatUser('robot', { isBot: true }),
      chatUser('gone', { isDeactivated: true }),
    ];
    world.chat.join(guest, bot, gone);
    await look(world);
    expect(world.chat.posts).toEqual([]);
    guest.isGuest = false;
    await look(world);
    expect(world.chat.messagesTo('guest')).toHaveLength(1);
  });

  it('are greeted although Infomaniak is down', async () => {
    const world = await openWorld();
    await world.invited();
    world.provisioning.faults.plan({ at: 'pendingInvitationIds', moment: 'before', error: silence() });
    world.chat.join(chatUser('max'));
    await expect(world.poll()).rejects.toThrow('Infomaniak');
    await world.untilQuiet();
    expect(world.chat.messagesTo('max')).toHaveLength(1);
  });

  it('are greeted although somebody before them could not be looked up at Infomaniak', async () => {
    const world = await openWorld();
    await world.invited();
    world.provisioning.end(jane.email, 'rejected');
    await look(world);
    world.provisioning.faults.plan({ at: 'readInvitation', moment: 'before', error: silence() });
    world.chat.join(chatUser('jane', { email: jane.email }), chatUser('max'));
    await expect(world.poll()).rejects.toThrow('Infomaniak');
    await world.untilQuiet();
    expect(world.chat.messagesTo('max')).toHaveLength(1);
    expect(world.chat.messagesTo('jane')).toEqual([]);
  });

  it('are greeted beside an open invitation that lets its invitee use any login', async () => {
    const world = await openWorld();
    await world.invited({ strict: false });
    world.chat.join(chatUser('max', { infomaniakUserId: 77 }));
    await look(world);
    expect(world.chat.messagesTo('max')).toHaveLength(1);
  });
});
