import { parse } from 'csv-parse/sync';
import { beforeEach, describe, expect, test } from 'vitest';
import { everythingStored } from '../support/everything-stored.ts';
import { chatUser } from '../support/fake-chat.ts';
import { days, minutes } from '../support/fake-clock.ts';
import { refusal, silence } from '../support/fake-faults.ts';
import { askedInKchat, gus } from '../support/guest-request.ts';
import { openTypist, type Typist } from './typist.ts';

let typist: Typist;
beforeEach(async () => {
  typist = await openTypist();
  typist.world.chat.openChannel('marketing', { hasBot: true });
  typist.world.chat.openChannel('support', { hasBot: true });
});

const guests = () => typist.world.chat.guests;
const invite = () => typist.type(`guest ${gus} ~marketing`);

/** What was left for later is over too. */
async function quiet(): Promise<void> {
  await typist.world.untilQuiet();
}

describe('inviting a guest', () => {
  test('is done by kChat, to the named channels, without a seat', async () => {
    const { type, world } = typist;
    world.provisioning.seatsLeft = 0;
    const answer = await type(`guest ~support <${gus}> ~marketing ~SUPPORT --note "Come and see"`);
    expect(answer).toContain('✅ `gus@other.test` is invited as a guest to ~support, ~marketing. A guest takes no');
    expect(answer).toContain('valid until 23 Dec 2026, 09:00 UTC. I will tell you');
    expect(answer).not.toMatch(/kSuite user|sign in/);
    const channelIds = ['support', 'marketing'];
    expect(guests().all.map(({ asked }) => asked)).toEqual([
      { teamId: 'team', email: gus, channelIds, message: 'Come and see' },
    ]);
    expect(world.provisioning.invitations).toEqual([]);
    await quiet();
    expect(world.chat.messagesTo('anna')).toEqual([]);
  });

  test.each([
    'guest',
    `guest ${gus}`,
    'guest ~marketing',
    `guest ${gus} Gus ~marketing`,
    `guest ${gus} a@b.ch ~support`,
  ])('needs one address and a channel, which %s does not have', async (line) => {
    expect(await typist.type(line)).toContain('`guest gus@other.ch ~marketing`');
    expect(guests().all).toEqual([]);
  });

  test.each([
    ['guest gus@ ~marketing', 'is not an e-mail address'],
    [`guest ${gus} ~nowhere`, 'There is no channel `~nowhere`'],
    [`guest ${gus} ~`, 'The name of a channel is missing, such as `~marketing`.'],
    [`guest ${gus} ~marketing --lang xx`, "I don't speak"],
    [`guest ${gus} ~marketing --role administrator`, 'There is no option'],
  ])('says what is wrong with %s', async (line, problem) => {
    expect(await typist.type(line)).toContain(problem);
    expect(guests().all).toEqual([]);
  });

  test('goes to channels of the caller’s only', async () => {
    typist.world.chat.openChannel('board', { isPrivate: true, hasBot: true });
    expect(await typist.type(`guest ${gus} ~board`)).toContain('There is no channel `~board` that you could add');
    typist.world.chat.members.add('board:anna');
    expect(await typist.type(`guest ${gus} ~board`)).toContain('is invited as a guest to ~board');
  });

  test('is for administrators', async () => {
    typist.world.chat.join(chatUser('max'));
    const answer = await typist.type(`guest ${gus} ~marketing`, { userId: 'max' });
    expect(answer).toContain('Only kChat administrators');
    expect(guests().all).toEqual([]);
  });

  test('keeps to the domains that may be invited', async () => {
    const strict = await openTypist({ allowedDomains: ['acme.ch'] });
    strict.world.chat.openChannel('marketing', { hasBot: true });
    expect(await strict.type(`guest ${gus} ~marketing`)).toContain("can't be invited here");
  });

  test('says so where the server has no guests, and what to do instead', async () => {
    guests().areThere = false;
    const answer = await invite();
    expect(answer).toContain('was **not** invited: this server has no guests');
    expect(answer).toContain('invite the person as a kSuite user instead');
  });

  test('says so where the bot may not', async () => {
    guests().mayInvite = false;
    expect(await invite()).toContain('has to give its account an administrator’s role in kChat');
  });

  test('that has to wait for kChat’s hourly limit says so, and is told when it is done', async () => {
    guests().mailsLeft = 0;
    const answer = await invite();
    expect(answer).toContain('kChat sends only so many guest invitations an hour');
    expect(answer).toContain('The request is safe');
    guests().mailsLeft = 1;
    typist.world.clock.advance(minutes(10));
    await quiet();
    expect(typist.world.chat.ephemerals.map(({ message }) => message).join()).toContain('is invited as a guest');
  });

  test('who is invited as a guest already tells how that stands', async () => {
    await invite();
    const answer = await invite();
    expect(answer).toContain('is invited already: by Anna Meier');
    expect(answer).not.toContain('take it back first');
    expect(guests().all).toHaveLength(1);
  });

  test('and as a kSuite user too is one too many, whichever was first', async () => {
    const { type, world } = typist;
    await invite();
    expect(await type(`${gus} Gus Guest`)).toContain(
      'It is an invitation as a guest. For one as a kSuite user, take it back first: `/kinvite revoke gus@other.test`',
    );
    expect(world.provisioning.invitations).toEqual([]);
    await type('jane@acme.ch Jane Doe');
    expect(await type('guest jane@acme.ch ~marketing')).toContain('It is an invitation as a kSuite user.');
    expect(guests().all).toHaveLength(1);
  });
});

describe('an invited guest', () => {
  beforeEach(async () => {
    await invite();
    await quiet();
  });

  test('is in the list, marked, and so is their status', async () => {
    expect(await typist.type('list pending')).toContain(
      '|  | `gus@other.test` | pending (guest) | 23 Nov 2026, 09:00 UTC | 23 Dec 2026, 09:00 UTC | Anna Meier |',
    );
    const status = await typist.type(`status ${gus}`);
    expect(status).toContain('`gus@other.test`: **pending**');
    expect(status).toContain('Invited by Anna Meier as guest · language en · channels ~marketing · valid until');
    expect(status).not.toContain('seat');
  });

  test('has a card that renews and revokes, without a link that kChat does not tell', async () => {
    const [card] = typist.world.chat.cardsTo('anna');
    expect(card?.text).toContain('`gus@other.test` · guest · pending · until');
    expect(card?.buttons.map(({ label }) => label)).toEqual(['Resend', 'Revoke']);
    expect(await typist.type(`link ${gus}`)).toContain('kChat mails the link of a guest itself');
  });

  test('is renewed: the old invitation ends, the new one has a new end', async () => {
    const { type, world } = typist;
    world.clock.advance(days(1));
    const answer = await type(`resend ${gus}`);
    expect(answer).toContain('is renewed: the old link no longer works');
    expect(answer).toContain('24 Dec 2026');
    expect(guests().all.map(({ status }) => status)).toEqual(['cancelled', 'pending']);
    expect(await type('list pending')).toContain('24 Dec 2026');
  });

  test('who has accepted is not renewed', async () => {
    typist.world.clock.advance(days(1));
    typist.world.chat.acceptGuest(gus);
    expect(await typist.type(`resend ${gus}`)).toContain('has accepted in the meantime');
    expect(guests().all).toHaveLength(1);
  });

  test('is invited anew after the end', async () => {
    const { type, world } = typist;
    world.clock.advance(days(31));
    await world.poll();
    await quiet();
    expect(await type('list expired')).toContain('expired (guest)');
    expect(await type(`resend ${gus}`)).toContain('is invited as a guest to ~marketing');
    expect(await type('list pending')).toContain('pending (guest)');
  });

  test('is revoked by the key of their own invitation', async () => {
    guests().add(askedInKchat('two@other.test'));
    expect(await typist.type(`revoke ${gus} wrong address`)).toBe(
      '🚫 The invitation of `gus@other.test` as a guest is revoked: its link no longer works.',
    );
    expect(guests().all.map(({ email, status }) => `${email} ${status}`)).toEqual([
      'gus@other.test cancelled',
      'two@other.test pending',
    ]);
    expect(await typist.type(`status ${gus}`)).toContain('Revocation requested: wrong address');
    expect(await typist.type(`revoke ${gus}`)).toContain('ended already');
  });

  test('is revoked whoever sent further invitations to these channels', async () => {
    guests().add(askedInKchat());
    await typist.type(`revoke ${gus}`);
    expect(guests().pendingOf(gus)).toEqual([]);
  });

  test('is revoked in the end, however slow kChat is', async () => {
    const error = silence('timeout', 'kChat');
    typist.world.chat.faults.plan({ at: 'cancelGuest', moment: 'after', error, times: 3 });
    expect(await typist.type(`revoke ${gus}`)).toContain('I keep trying');
    await quiet();
    expect(await typist.type('list revoked')).toContain('revoked (guest)');
    expect(typist.world.chat.messagesTo('anna').join()).toContain('as a guest is revoked: its link no longer works');
  });

  test('is not called revoked where nobody could look', async () => {
    const { type, world } = typist;
    world.chat.faults.plan({
      ...{ at: 'pendingGuests', moment: 'before', times: 99 },
      error: refusal(404, undefined, {}, 'kChat'),
    });
    expect(await type(`revoke ${gus}`)).toContain('I keep trying');
    await quiet();
    expect(await type('list pending')).toContain('pending (guest)');
    expect(world.chat.messagesTo('anna').join()).toContain('this could not be done: the revocation');
  });

  test.for([
    ['kChat has lost its guests', { areThere: false }, {}],
    ['kChat does not tell whose the invitations are', {}, { email: '' }],
  ] as const)('is not called revoked where %s', async ([, server, invitation]) => {
    const { type, world } = typist;
    Object.assign(guests(), server).change(gus, invitation);
    expect(await type(`revoke ${gus}`)).toContain('I keep trying');
    await quiet();
    expect(await type('list pending')).toContain('pending (guest)');
    expect(world.chat.messagesTo('anna').join()).toContain('kChat does not show enough to tell. Please look there.');
  });

  test('who was quicker is not revoked', async () => {
    typist.world.chat.acceptGuest(gus);
    expect(await typist.type(`revoke ${gus}`)).toContain('take them out of their channels in kChat');
    expect(await typist.type(`revoke ${gus}`)).toContain('They have accepted already. To remove them, take them out');
  });

  test('is in the export as what they are, and counted like everybody', async () => {
    await typist.type('export');
    await quiet();
    const [file] = typist.world.chat.filesTo('anna');
    const [row] = parse(file?.content ?? '', { bom: true, columns: true });
    expect(row).toMatchObject({ email: gus, kind: 'guest', role: '', state: 'pending', channels: 'marketing' });
    expect(await typist.type('stats 1')).toContain('| Invited | 1 |');
    expect(await typist.type(`audit ${gus}`)).toContain('Anna Meier | Requested');
  });

  test('is forgotten without a trace but the count', async () => {
    const { type, world } = typist;
    const stored = () => everythingStored(world.store.path);
    expect(await type(`forget ${gus} --confirm`)).toContain('still open. Take it back first');
    const id = world.chat.acceptGuest(gus, { firstName: 'Gus', lastName: 'Quimby' });
    await world.poll();
    await quiet();
    expect(stored()).toMatch(/Quimby/);
    expect(await type(`forget ${gus} --confirm`)).toContain('🧹 Erased');
    await quiet();
    expect(stored().replaceAll(id, '')).not.toMatch(/quimby|gus/i);
    expect(await type('list')).toContain('| — | — | arrived (guest) |');
  });
});

describe('guests whom kChat itself waits for', () => {
  const typedIn = 'town-square';

  test('are shown below the list of whoever asks in their channel', async () => {
    guests().add(askedInKchat('ida@other.test', [typedIn]));
    guests().add(askedInKchat('eve@other.test', [typedIn]), { expiresAt: undefined });
    guests().add(askedInKchat('far@other.test', ['support']));
    for (const line of ['list', 'list pending']) {
      const answer = await typist.type(line);
      expect(answer).toContain('`ida@other.test` until 23 Dec 2026, 09:00 UTC, `eve@other.test`.');
      expect(answer).not.toContain('far@other.test');
    }
    expect(await typist.type('list arrived')).not.toContain('ida@other.test');
  });

  test('are not shown twice when they were invited here', async () => {
    await typist.type(`guest ${gus} ~${typedIn}`);
    expect((await typist.type('list')).split(gus)).toHaveLength(3);
    expect(await typist.type('list')).not.toContain('in kChat itself');
  });

  test.each([silence('timeout', 'kChat'), refusal(403, undefined, {}, 'kChat')])(
    'are left out when kChat does not tell',
    async (error) => {
      await invite();
      guests().add(askedInKchat('ida@other.test', [typedIn]));
      typist.world.chat.faults.plan({ at: 'pendingGuests', moment: 'before', error });
      const answer = await typist.type('list');
      expect(answer).toContain('1 invitation');
      expect(answer).not.toContain('ida@other.test');
    },
  );
});
