import { beforeEach, describe, expect, test } from 'vitest';
import { days, minutes, seconds } from '../support/fake-clock.ts';
import { silence } from '../support/fake-faults.ts';
import { openTypist, type Typist } from './typist.ts';

const email = 'jane@acme.ch';
let typist: Typist;
beforeEach(async () => {
  typist = await openTypist();
  typist.world.chat.openChannel('ideas', { hasBot: true });
  await typist.type(`${email} Jane Doe --channel ~ideas`);
  await typist.world.untilQuiet();
  typist.world.clock.advance(minutes(2));
});

describe('resending', () => {
  test('cancels the old link and makes a new one, seat and channels kept, and says until when', async () => {
    const { type, world } = typist;
    const old = world.provisioning.pendingOf(email)[0]?.id;
    const answer = await type(`resend ${email}`);
    expect(answer).toContain('is renewed: the old link no longer works');
    expect(answer).toContain('valid until');
    expect(answer).toContain('~ideas');
    const [renewed, ...others] = world.provisioning.pendingOf(email);
    expect(others).toEqual([]);
    expect(renewed?.id).not.toBe(old);
    expect(renewed?.hasKsuite).toBe(true);
    expect(await type('list pending')).toContain('1 invitation');
  });

  test('tells the outcome once, in the reply', async () => {
    await typist.type(`resend ${email}`);
    await typist.world.untilQuiet();
    expect(typist.world.chat.messagesTo('anna')).toEqual([]);
    expect(typist.world.chat.ephemerals).toEqual([]);
  });

  test('from a reminder leaves words there that stay true', async () => {
    const { world } = typist;
    world.clock.advance(days(29));
    await world.drain();
    const reminder = world.chat.cardsTo('anna').at(-1);
    await typist.press('Resend');
    await world.untilQuiet();
    const pressed = world.chat.cardsTo('anna').find(({ postId }) => postId === reminder?.postId);
    expect(pressed).toMatchObject({
      text: '🔁 A new link for **Jane Doe** (`jane@acme.ch`) was asked for. The card of the invitation shows how it stands.',
      buttons: [],
    });
  });

  test('works although the last seat was the one that it held', async () => {
    const { type, world } = typist;
    world.provisioning.seatsLeft = 0;
    expect(await type(`resend ${email}`)).toContain('is renewed');
  });

  test('that loses the seat to somebody says that the old link is dead', async () => {
    const { type, world } = typist;
    const cancel = world.provisioning.cancelInvitation.bind(world.provisioning);
    world.provisioning.cancelInvitation = async (id) => {
      await cancel(id);
      world.provisioning.seatsLeft = 0;
    };
    expect(await type(`resend ${email}`)).toBe(
      '❌ The invitation of **Jane Doe** (`jane@acme.ch`) was **not** renewed, and its old link no longer works: no kSuite seat is left. Free a seat or add one in the Manager, then invite again. Nothing remains at Infomaniak.',
    );
  });

  test('that Infomaniak is slow about is promised as a renewal', async () => {
    const { type, world } = typist;
    world.provisioning.faults.plan({ at: 'readInvitation', moment: 'before', error: silence() });
    expect(await type(`resend ${email}`)).toContain('A new link for **Jane Doe** (`jane@acme.ch`) was asked for');
  });

  test('is possible once a minute, and says how long to wait', async () => {
    const { type, world } = typist;
    await type(`resend ${email}`);
    world.clock.advance(seconds(20));
    expect(await type(`resend ${email}`)).toContain('wait 40 more seconds');
    world.clock.advance(seconds(40));
    expect(await type(`resend ${email}`)).toContain('is renewed');
  });

  test('is possible five times', async () => {
    const { type, world } = typist;
    for (let time = 1; time <= 5; time += 1) {
      expect(await type(`resend ${email}`)).toContain('is renewed');
      world.clock.advance(minutes(2));
    }
    expect(await type(`resend ${email}`)).toContain('renewed 5 times already');
  });

  test('after the expiry makes a new row that is linked to the old one', async () => {
    const { type, world } = typist;
    const before = await world.store.invitations.latest('team', email);
    world.clock.advance(days(40));
    await world.poll();
    await world.untilQuiet();
    expect(await type(`resend ${email}`)).toContain('is invited as user');
    const after = await world.store.invitations.latest('team', email);
    expect(after?.parentId).toBe(before?.id);
    expect(after?.channels).toEqual(before?.channels);
    // Not the dead one, which Infomaniak still calls pending: a new one, which has a mail and an end of its own.
    expect(after?.providerInvitationId).not.toBe(before?.providerInvitationId);
    expect(after?.expiresAt).toBeGreaterThan(world.clock.now());
    expect(world.provisioning.pendingOf(email)).toHaveLength(1);
    await world.poll();
    expect(await type(`status ${email}`)).toContain('**pending**');
  });

  test('of somebody who has accepted in the meantime says so and cancels nothing', async () => {
    const { type, world } = typist;
    world.provisioning.accept(email, 501);
    expect(await type(`resend ${email}`)).toContain('has accepted in the meantime');
    expect(world.provisioning.invitations).toHaveLength(1);
    expect(await type(`resend ${email}`)).toContain('accepted already');
  });

  test('is never taken for a revocation by a poll in the middle of it', async () => {
    const { type, world } = typist;
    world.provisioning.faults.plan({ at: 'createInvitation', moment: 'before', error: silence('connection_failed') });
    await type(`resend ${email}`);
    await world.poll();
    await world.untilQuiet();
    expect(await type(`status ${email}`)).toContain('**pending**');
    expect(world.provisioning.pendingOf(email)).toHaveLength(1);
  });

  test('that Infomaniak never answers leaves the old invitation alone and says so', async () => {
    const { type, world } = typist;
    world.provisioning.faults.plan({ at: 'readInvitation', moment: 'before', error: silence(), times: 99 });
    await type(`resend ${email}`);
    await world.untilQuiet();
    const told = [...world.chat.ephemerals.map(({ message }) => message), ...world.chat.messagesTo('anna')].join();
    expect(told).toContain('was **not** renewed');
    expect(world.provisioning.pendingOf(email)).toHaveLength(1);
    expect(await type('list pending')).toContain('1 invitation');
  });

  test('survives a death between the cancellation and the creation', async () => {
    // The reply does not wait here, so that the death happens to the worker alone.
    const { type, world } = await openTypist({}, () => Promise.resolve());
    await type(`${email} Jane Doe`);
    await world.untilQuiet();
    world.clock.advance(minutes(2));
    world.provisioning.faults.plan({ at: 'cancelInvitation', moment: 'after' });
    await type(`resend ${email}`);
    await world.dieAndRestart();
    await world.untilQuiet();
    expect(world.provisioning.pendingOf(email)).toHaveLength(1);
    expect(world.provisioning.invitations).toHaveLength(2);
  });

  test.each([
    ['was never invited', 'ada@acme.ch', 'was not invited here'],
    ['has no address', '', 'I need one e-mail address'],
  ])('of somebody who %s says what to do', async (_what, whom, said) => {
    expect(await typist.type(`resend ${whom}`.trim())).toContain(said);
  });
});
