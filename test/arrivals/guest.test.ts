import { beforeEach, describe, expect, it } from 'vitest';
import { oweMeeting } from '../../src/arrivals/owe-looks.ts';
import { textsFor } from '../../src/texts/texts-for.ts';
import { chatUser, team } from '../support/fake-chat.ts';
import { days, minutes, seconds } from '../support/fake-clock.ts';
import { refusal, silence } from '../support/fake-faults.ts';
import type { FakeWorld } from '../support/fake-world.ts';
import { askedInKchat, guestRequest, gus, openWorldForGuests } from '../support/guest-request.ts';

let world: FakeWorld;
beforeEach(async () => {
  world = await openWorldForGuests();
});

async function look(): Promise<void> {
  await world.poll();
  await world.untilQuiet();
}

/** Invited long enough ago that not being in kChat's list means something. */
async function invited(changes: Parameters<FakeWorld['invited']>[0] = {}): Promise<string> {
  const id = await world.invited({ ...guestRequest, ...changes });
  world.clock.advance(minutes(1));
  return id;
}

const stateOf = async (id: string) => (await world.invitation(id)).state;
const toldToPat = () => world.chat.messagesTo('pat').join('\n');

describe('a guest who arrives', () => {
  it('is welcomed in a few words that speak of no kSuite, once, and the inviter is told', async () => {
    const id = await invited();
    const userId = world.chat.acceptGuest(gus);
    await look();
    await look();
    expect(world.chat.messagesTo(userId)).toEqual([
      '### Welcome, Gus! 👋\n\nYou are a guest in kChat, where **Acme** talks. **Pat Keller** invited you and is glad to help.\n\n**Your channels:** ~marketing. Say hello there!',
    ]);
    expect(toldToPat()).toBe(
      '✅ **Gus Guest** (`gus@other.test`) has accepted your invitation and is in kChat now. Added to ~marketing.',
    );
    expect(await world.invitation(id)).toMatchObject({ state: 'arrived', firstName: 'Gus', lastName: 'Guest' });
    expect((await world.timeline(id)).toSorted()).toEqual(
      ['requested', 'created', 'accepted', 'arrived', 'joined_channel', 'welcomed', 'inviter_told'].toSorted(),
    );
  });

  it('is announced to nobody, joins no channel meant for kSuite users, and is sent none of their texts', async () => {
    const { store, clock, chat } = world;
    chat.openChannel('everybody', { hasBot: true });
    await store.newcomerChannels.add(team.id, { id: 'everybody', name: 'everybody' }, 'pat', clock.now());
    const own = { teamId: team.id, locale: 'en_GB', changedAt: 0, changedBy: 'pat' } as const;
    await store.welcomes.save({ ...own, part: 'first', text: 'Your seat is ready.', afterDays: undefined });
    await store.welcomes.save({ ...own, part: 'channel:marketing', text: 'Here we sell.', afterDays: undefined });
    await store.welcomes.save({ ...own, part: 'second', text: 'All fine?', afterDays: 1 });
    await invited();
    const userId = chat.acceptGuest(gus);
    await world.poll();
    await world.untilQuiet(days(3));
    expect(chat.messagesTo('town-square')).toEqual([]);
    expect(chat.members).not.toContain(`everybody:${userId}`);
    expect(chat.messagesTo(userId)).toHaveLength(1);
    expect(chat.messagesTo(userId)[0]).toContain('You are a guest');
  });

  it('is put into channels of the invitation where kChat has not put them', async () => {
    world.chat.openChannel('support', { hasBot: true });
    world.chat.guests.add(askedInKchat());
    const channels = ['marketing', 'support'].map((name) => ({ id: name, name }));
    await invited({ channels });
    const userId = world.chat.acceptGuest(gus);
    const before = world.chat.faults.count('addToChannel');
    await look();
    expect(world.chat.members).toContain(`support:${userId}`);
    expect(world.chat.faults.count('addToChannel')).toBe(before + 1);
    expect(toldToPat()).toContain('Added to ~marketing and ~support.');
  });

  it('is welcomed in the language that was chosen', async () => {
    await invited({ locale: 'it_IT' });
    const userId = world.chat.acceptGuest(gus);
    await look();
    expect(world.chat.messagesTo(userId)[0]).toContain('È ospite in kChat');
  });

  it('is met at once when realtime tells of them', async () => {
    const id = await invited();
    const userId = world.chat.acceptGuest(gus);
    await oweMeeting(world.deps, userId);
    await world.untilQuiet();
    expect(await stateOf(id)).toBe('arrived');
    expect(world.chat.messagesTo(userId)).toHaveLength(1);
    expect(world.provisioning.faults.calls).not.toContain('readInvitation');
  });

  it('is left to the polls while kChat still waits for them', async () => {
    const id = await invited();
    world.chat.join(chatUser('gus', { email: gus, isGuest: true }));
    await oweMeeting(world.deps, 'gus');
    await world.untilQuiet();
    expect(await stateOf(id)).toBe('pending');
    expect(world.chat.posts.filter(({ channelId }) => channelId.endsWith('gus'))).toEqual([]);
  });

  it('is welcomed although Infomaniak is down', async () => {
    await world.invited();
    const id = await invited();
    world.chat.acceptGuest(gus);
    world.provisioning.faults.plan({ at: 'pendingInvitationIds', moment: 'before', error: silence() });
    await expect(world.poll()).rejects.toThrow('Infomaniak');
    expect(await stateOf(id)).toBe('arrived');
  });

  it('gets the whole welcome when they become a kSuite user later', async () => {
    await invited();
    const userId = world.chat.acceptGuest(gus);
    await look();
    const user = world.chat.users.find((one) => one.id === userId);
    await world.invited({ email: gus, firstName: 'Gus', lastName: 'Guest' });
    world.provisioning.accept(gus, 77);
    if (user) user.isGuest = false;
    await look();
    const [, whole] = world.chat.messagesTo(userId);
    const facts = { firstName: 'Gus', teamName: 'Acme', inviterName: 'Pat Keller', channels: [] };
    expect(whole).toBe(textsFor('en_GB').welcome(facts));
  });

  it('as a plain member after all is welcomed and announced like one', async () => {
    const id = await invited();
    const userId = world.chat.acceptGuest(gus, { isGuest: false });
    await look();
    expect(await stateOf(id)).toBe('arrived');
    expect(world.chat.messagesTo(userId)).toHaveLength(1);
    expect(world.chat.messagesTo(userId)[0]).toContain('apps menu');
    expect(world.chat.messagesTo('town-square')).toHaveLength(1);
  });
});

describe('guests who were not invited here', () => {
  it('are never greeted, be they seen by a poll or by realtime', async () => {
    world.chat.join(chatUser('ida', { isGuest: true }));
    await look();
    await oweMeeting(world.deps, 'ida');
    await world.untilQuiet();
    expect(world.chat.posts).toEqual([]);
  });

  it('are not taken for somebody who was forgotten, though kChat hides their address', async () => {
    const id = await invited();
    world.chat.guests.change(gus, { status: 'cancelled' });
    await look();
    await world.store.transaction(({ retention }) =>
      retention.forget(team.id, { invitationIds: [id], emails: [gus], userIds: [] }, world.clock.now()),
    );
    const before = world.chat.posts.length;
    world.chat.join(chatUser('ida', { email: '', isGuest: true }));
    await look();
    expect(world.chat.posts).toHaveLength(before);
  });
});

describe('a kSuite user', () => {
  it('whom kChat shows as a guest has not arrived yet', async () => {
    const id = await world.invited({ email: gus });
    world.provisioning.accept(gus, 77);
    const user = chatUser('gus', { email: gus, isGuest: true });
    world.chat.join(user);
    await look();
    expect(await stateOf(id)).toBe('accepted');
    expect(world.chat.messagesTo('gus')).toEqual([]);
    user.isGuest = false;
    await look();
    expect(await stateOf(id)).toBe('arrived');
  });

  it('with an open invitation as a guest is greeted as who they are, and that invitation goes on', async () => {
    const id = await invited();
    world.chat.join(chatUser('gus', { email: gus, firstName: 'Gus' }));
    await oweMeeting(world.deps, 'gus');
    await world.untilQuiet();
    expect(world.chat.messagesTo('gus')).toHaveLength(1);
    expect(world.chat.messagesTo('gus')[0]).toContain('apps menu');
    expect(await stateOf(id)).toBe('pending');
  });
});

describe('a guest who does not come', () => {
  it('because kChat has cancelled the invitation, is told to the inviter with the line to invite again', async () => {
    const id = await invited();
    world.chat.guests.change(gus, { status: 'cancelled' });
    await look();
    expect(await stateOf(id)).toBe('revoked');
    expect(toldToPat()).toBe(
      '🚫 kChat no longer waits for `gus@other.test` as a guest: the invitation was cancelled, or accepted with another address. To invite again: `/kinvite guest gus@other.test ~marketing`',
    );
  });

  it('because time is up, is told to the inviter', async () => {
    const id = await invited();
    world.clock.advance(days(31));
    await look();
    expect(await stateOf(id)).toBe('expired');
  });

  it('because time is up and kChat has tidied up, has expired and was not revoked', async () => {
    const id = await invited();
    world.clock.advance(days(31));
    world.chat.guests.change(gus, { status: 'cancelled' });
    await look();
    expect(await stateOf(id)).toBe('expired');
  });

  it('is reminded of before the end, by its new date when kChat moves it', async () => {
    const id = await invited();
    const expiresAt = world.clock.now() + days(40);
    world.chat.guests.change(gus, { expiresAt });
    await world.poll();
    expect((await world.invitation(id)).expiresAt).toBe(expiresAt);
    await world.untilQuiet(days(41));
    expect(
      world.chat
        .cardsTo('pat')
        .map(({ text }) => text)
        .join(),
    ).toContain('⏰ The invitation of `gus@other.test`');
  });

  it('is not given up because the list of those who wait comes late', async () => {
    const id = await world.invited(guestRequest);
    world.chat.guests.change(gus, { status: 'cancelled' });
    await look();
    expect(await stateOf(id)).toBe('pending');
    world.clock.advance(seconds(20));
    await look();
    expect(await stateOf(id)).toBe('revoked');
  });

  it('is not given up because a channel can’t be seen, or kChat has lost its guests', async () => {
    const id = await invited();
    world.chat.faults.plan({ at: 'pendingGuests', moment: 'before', error: refusal(404, undefined, {}, 'kChat') });
    await look();
    expect(await stateOf(id)).toBe('pending');
    world.chat.guests.areThere = false;
    await look();
    expect(await stateOf(id)).toBe('pending');
    world.clock.advance(days(31));
    await look();
    expect(await stateOf(id)).toBe('expired');
  });

  it('is not given up because kChat does not tell whose an invitation is', async () => {
    const id = await invited();
    world.chat.guests.change(gus, { email: '' });
    await look();
    expect(await stateOf(id)).toBe('pending');
    world.chat.join(chatUser('gus', { email: gus, isGuest: true }));
    await look();
    expect(await stateOf(id)).toBe('arrived');
  });

  it('and then does, is told to the inviter and not welcomed', async () => {
    const id = await invited();
    world.chat.guests.change(gus, { status: 'cancelled' });
    await look();
    world.chat.join(chatUser('gus', { email: gus, isGuest: true }));
    await look();
    await look();
    expect(await world.timeline(id)).toContain('accepted_late');
    expect(toldToPat().match(/already revoked/g)).toHaveLength(1);
    expect(world.chat.messagesTo('gus')).toEqual([]);
  });
});

describe('many guests of one channel', () => {
  it('cost one request a poll', async () => {
    for (const name of ['ida', 'eve', 'max']) await invited({ email: `${name}@other.test` });
    const before = world.chat.faults.count('pendingGuests');
    await world.poll();
    expect(world.chat.faults.count('pendingGuests')).toBe(before + 1);
  });

  it('are followed although kChat chokes on one of them, whom the same poll then meets', async () => {
    const ids = [await invited({ email: 'eve@other.test' }), await invited({ email: 'ida@other.test' })];
    world.chat.acceptGuest('eve@other.test');
    world.chat.guests.change('ida@other.test', { status: 'cancelled' });
    world.chat.faults.plan({ at: 'userByEmail', moment: 'before', error: silence('timeout', 'kChat') });
    await expect(world.poll()).rejects.toThrow('kChat');
    expect(await Promise.all(ids.map(stateOf))).toEqual(['arrived', 'revoked']);
  });
});
