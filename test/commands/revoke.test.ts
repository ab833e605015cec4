import { beforeEach, describe, expect, test } from 'vitest';
import { chatUser } from '../support/fake-chat.ts';
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

  test('comes too late for somebody who has accepted', async () => {
    const { type, world } = typist;
    world.provisioning.accept(email, 501);
    expect(await type(`revoke ${email}`)).toContain('has accepted in the meantime');
    expect(await type(`revoke ${email}`)).toContain('use the Manager');
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
