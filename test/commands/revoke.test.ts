import { beforeEach, describe, expect, test } from 'vitest';
import { oweCard } from '../../src/invitations/owe-card.ts';
import { chatUser } from '../support/fake-chat.ts';
import { days, minutes } from '../support/fake-clock.ts';
import { silence } from '../support/fake-faults.ts';
import { openTypist, type Typist } from './typist.ts';

const email = 'jane@acme.ch';
let typist: Typist;
beforeEach(async () => {
  typist = await openTypist();
  await typist.type(`${email} Jane Doe`);
  await typist.world.untilQuiet();
});

describe('revoking', () => {
  test('acts at Infomaniak, frees the seat, and keeps the reason', async () => {
    const { type, world } = typist;
    world.provisioning.seatsLeft = 0;
    expect(await type(`revoke ${email} She starts next year`)).toContain('is revoked');
    expect(world.provisioning.pendingOf(email)).toEqual([]);
    expect(world.provisioning.seatsLeft).toBe(1);
    expect(await type(`status ${email}`)).toContain('Revocation requested: She starts next year');
    await world.untilQuiet();
    expect(world.chat.messagesTo('anna')).toEqual([]);
  });

  test('by somebody else is told to the inviter, with who and why', async () => {
    const { type, world } = typist;
    world.chat.join(chatUser('berta', { isSystemAdmin: true, firstName: 'Berta', lastName: 'Frei' }));
    await type(`revoke ${email} Not @all of them`, { userId: 'berta' });
    await world.untilQuiet();
    const [told] = world.chat.messagesTo('anna');
    expect(told).toContain('Berta Frei has revoked the invitation of **Jane Doe**');
    expect(told).toContain('Reason: Not @\u200ball of them');
    expect(told).toContain('`/kinvite jane@acme.ch Jane Doe`');
  });

  test('at Infomaniak is told as that', async () => {
    const { world } = typist;
    for (const invitation of world.provisioning.pendingOf(email)) invitation.status = 'cancelled';
    await world.poll();
    await world.untilQuiet();
    expect(world.chat.messagesTo('anna').join()).toContain('was cancelled at Infomaniak');
  });

  test('that Infomaniak is slow about is kept up until it is confirmed', async () => {
    const { type, world } = typist;
    world.provisioning.faults.plan({ at: 'cancelInvitation', moment: 'before', error: silence(), times: 3 });
    expect(await type(`revoke ${email}`)).toContain('I keep trying');
    expect(await type('list pending')).toContain('1 invitation');
    await world.untilQuiet();
    expect(await type('list revoked')).toContain('1 invitation');
    expect(world.chat.messagesTo('anna').join()).toContain('its kSuite seat is free');
  });

  test('that was given up can be asked for again, and is told to whoever asked', async () => {
    const { type, world } = typist;
    world.chat.join(chatUser('berta', { isSystemAdmin: true }));
    world.provisioning.faults.plan({ at: 'cancelInvitation', moment: 'before', error: silence(), times: 1_000 });
    await type(`revoke ${email}`, { userId: 'berta' });
    await world.untilQuiet();
    for (const person of ['anna', 'berta']) expect(world.chat.messagesTo(person).join()).toContain('could not be done');

    world.provisioning.faults.clear();
    expect(await type(`revoke ${email}`, { userId: 'berta' })).toContain('is revoked');
    expect(world.provisioning.pendingOf(email)).toEqual([]);
  });

  test('is not undone by a renewal while Infomaniak is slow, and the card says so', async () => {
    const { type, world } = typist;
    world.clock.advance(minutes(2));
    world.provisioning.faults.plan({ at: 'cancelInvitation', moment: 'before', error: silence(), times: 3 });
    await type(`revoke ${email}`);
    const { id, ...invitation } = (await world.store.invitations.latest('team', email)) ?? { id: '' };
    expect(invitation).toMatchObject({ state: 'pending' });
    await oweCard(world.store, { teamId: 'team', id, state: 'asked' }, world.clock.now());
    await world.drain();
    expect(world.chat.cardsTo('anna')[0]).toMatchObject({
      text: expect.stringContaining('is being revoked') as string,
      buttons: [],
    });
    expect(await type(`resend ${email}`)).toContain('is being revoked');
    await world.untilQuiet();
    expect(await type('list revoked')).toContain('1 invitation');
  });

  test('comes too late for somebody who has accepted', async () => {
    const { type, world } = typist;
    world.provisioning.accept(email, 501);
    expect(await type(`revoke ${email}`)).toContain('has accepted in the meantime');
    expect(await type(`revoke ${email}`)).toContain('use the Manager');
  });

  test('ends what was accepted by somebody who was removed before they came', async () => {
    const { type, world } = typist;
    world.provisioning.accept(email, 501);
    await world.poll();
    await world.untilQuiet();
    expect(await type(`revoke ${email}`)).toContain('use the Manager; `revoke` then ends');
    world.provisioning.members.splice(0);
    world.provisioning.faults.plan({ at: 'findByEmail', moment: 'before', error: silence() });
    expect(await type(`revoke ${email}`)).toContain('use the Manager; `revoke` then ends');
    expect(await type(`revoke ${email}`)).toContain('was removed before they were seen in kChat');
    expect(await type(`status ${email}`)).toContain('Cancelled: Had accepted, and was removed');
    await world.untilQuiet();
    expect(world.chat.messagesTo('anna').join()).not.toContain('Jane Doe');
  });

  test('frees the seat that an expired invitation keeps at Infomaniak, as its end has said', async () => {
    const { type, world } = typist;
    world.provisioning.seatsLeft = 0;
    world.clock.advance(days(31));
    await world.poll();
    await world.untilQuiet();
    expect(world.chat.cardsTo('anna').at(-1)?.text).toContain('to free it: `/kinvite revoke jane@acme.ch`');
    expect(await type(`revoke ${email}`)).toContain('its kSuite seat is free');
    expect(world.provisioning.seatsLeft).toBe(1);
    expect(await type(`revoke ${email}`)).toContain('ended already');
  });

  test('of one that is still being made says what it waits for', async () => {
    const { type, world } = typist;
    world.provisioning.faults.plan({ at: 'findByEmail', moment: 'before', error: silence() });
    await type('max@acme.ch Max Frei');
    expect(await type('revoke max@acme.ch')).toContain('I keep trying until it is answered');
  });

  test('what has ended is not revoked again, but invited again with a link to the old row', async () => {
    const { type, world } = typist;
    await type(`revoke ${email}`);
    expect(await type(`revoke ${email}`)).toContain('ended already');
    const before = await world.store.invitations.latest('team', email);
    world.clock.advance(1);
    await type(`${email} Jane Doe`);
    expect((await world.store.invitations.latest('team', email))?.parentId).toBe(before?.id);
  });

  test('is for administrators', async () => {
    const { type, world } = typist;
    world.chat.join(chatUser('max'));
    expect(await type(`revoke ${email}`, { userId: 'max' })).toContain('Only kChat administrators');
    expect(world.provisioning.pendingOf(email)).toHaveLength(1);
  });
});
