import { beforeEach, describe, expect, test } from 'vitest';
import { everythingStored } from '../support/everything-stored.ts';
import { chatUser } from '../support/fake-chat.ts';
import { days, minutes } from '../support/fake-clock.ts';
import { silence } from '../support/fake-faults.ts';
import { openTypist, type Typist } from './typist.ts';

const email = 'jane@acme.ch';
let typist: Typist;
beforeEach(async () => {
  typist = await openTypist();
  await typist.type(`${email} Jane Quimby --lang en`);
  await typist.world.untilQuiet();
});

const stored = () => everythingStored(typist.world.store.path);

/** Jane accepts and arrives: she is welcomed, announced and told of. */
async function arrive(): Promise<void> {
  const { world } = typist;
  world.provisioning.accept(email, 501);
  world.chat.join(chatUser('u-jane', { email, firstName: 'Jane', lastName: 'Quimby' }));
  await world.poll();
  await world.untilQuiet();
}

describe('forgetting somebody', () => {
  test('who has arrived leaves nothing of them in the database but the count', async () => {
    const { type, world } = typist;
    await arrive();
    expect(stored()).toMatch(/Quimby/);
    expect(await type(`forget ${email} --confirm`)).toContain('🧹 Erased');
    await world.untilQuiet();
    // kChat's own id of the person stays: it keeps them from being greeted again.
    expect(stored().replaceAll('u-jane', '')).not.toMatch(/quimby|jane/i);
    expect(await type('list arrived')).toContain('1 invitation');
    expect(await type('list')).toContain('| — | — | arrived |');
    expect(await type(`status ${email}`)).toContain('was not invited here');
  });

  test('erases every invitation of the address, with its reasons and its acts', async () => {
    const { type, world } = typist;
    await type(`revoke ${email} She plays the tuba`);
    world.clock.advance(minutes(2));
    await type(`${email} Jane Quimby`);
    await type(`revoke ${email}`);
    expect(await type(`forget ${email} --confirm`)).toContain('2 invitations');
    await world.untilQuiet();
    expect(stored()).not.toMatch(/tuba|quimby|jane/i);
    expect(await type('audit')).toContain('| Anna Meier | Personal data erased |');
  });

  test('erases them from imports, begun, left alone or reported', async () => {
    const { type, press, world } = typist;
    await type(`revoke ${email}`);
    await world.untilQuiet();
    const table = `import email,first_name,last_name\n${email},Jane,Quimby\nmax@acme.ch,Max,Muster`;
    await type(table);
    await world.drain();
    await press('Invite 2');
    await world.untilQuiet();
    expect(world.chat.messagesTo('anna').join()).toContain(`\`${email}\` | pending`);
    await type(`revoke ${email}`);
    await type(table);
    await world.untilQuiet();
    expect(await type(`forget ${email} --confirm`)).toContain('🧹 Erased');
    await world.untilQuiet();
    expect(stored()).not.toMatch(/quimby|jane/i);
    expect(stored()).toContain('Muster');
    await press('Invite 1');
    await world.untilQuiet();
    expect(world.provisioning.invitations.map((one) => one.email)).not.toContain('');
  });

  test('erases imports by themselves after a week, and none that runs', async () => {
    const { type, press, world } = typist;
    await type('import max@acme.ch Max Muster');
    await type('import lea@acme.ch Lea Roth');
    await world.drain();
    world.provisioning.faults.plan({ at: 'findByEmail', moment: 'before', error: silence(), times: 99 });
    await press('Invite 1');
    await world.drain();
    world.clock.advance(days(8));
    await world.poll();
    expect(stored()).not.toContain('Muster');
    world.provisioning.faults.clear();
    await world.untilQuiet();
    expect(world.chat.cardsTo('anna').at(-1)?.text).toContain('The import has ended');
  });

  test('takes them off the inviter’s card', async () => {
    const { type, world } = typist;
    await arrive();
    expect(world.chat.cardsTo('anna')[0]?.text).toContain('Jane');
    await type(`forget ${email} --confirm`);
    await world.untilQuiet();
    expect(world.chat.cardsTo('anna')[0]?.text).toBe('— · arrived');
  });

  test('does not greet them a second time', async () => {
    const { type, world } = typist;
    await arrive();
    await type(`forget ${email} --confirm`);
    const before = world.chat.posts.length;
    await world.poll();
    await world.untilQuiet();
    expect(world.chat.posts).toHaveLength(before);
  });

  test('is asked for twice', async () => {
    const { type } = typist;
    await type(`revoke ${email}`);
    const answer = await type(`forget ${email}`, { command: '/onboard' });
    expect(answer).toContain('To go on: `/onboard forget jane@acme.ch --confirm`');
    expect(await type(`status ${email}`)).toContain('Quimby');
  });

  test('has to wait until their invitation has ended', async () => {
    const { type, world } = typist;
    expect(await type(`forget ${email} --confirm`)).toContain('Take it back first: `/kinvite revoke jane@acme.ch`');
    world.provisioning.accept(email, 501);
    await world.poll();
    expect(await type(`forget ${email} --confirm`)).toContain('is about to arrive');
    expect(await type(`status ${email}`)).toContain('Quimby');
  });

  test('has to wait while something about them is being sent', async () => {
    const { type, world } = typist;
    world.chat.join(chatUser('berta', { isSystemAdmin: true }));
    await type(`revoke ${email}`, { userId: 'berta' });
    // What tells the inviter is under way in another hand.
    world.clock.advance(minutes(5));
    const claim = { now: world.clock.now(), holder: 'another', leaseMs: minutes(5), limit: 8 };
    expect(await world.store.deliveries.claim(claim)).not.toEqual([]);
    expect(await type(`forget ${email} --confirm`)).toContain('try again in a minute');
    expect(await type(`status ${email}`)).toContain('Quimby');
  });

  test('drops what was still owed to them', async () => {
    const { type, world } = typist;
    world.chat.join(chatUser('berta', { isSystemAdmin: true }));
    await type(`revoke ${email}`, { userId: 'berta' });
    await type(`forget ${email} --confirm`, { userId: 'berta' });
    await world.untilQuiet();
    expect(world.chat.messagesTo('anna')).toEqual([]);
  });

  test('of whom nothing is known says so', async () => {
    expect(await typist.type('forget max@acme.ch --confirm')).toContain('no data about `max@acme.ch`');
  });

  test('leaves everybody else alone', async () => {
    const { type } = typist;
    await type('max@acme.ch Max Muster');
    await type('revoke max@acme.ch');
    await type(`revoke ${email}`);
    await type(`forget ${email} --confirm`);
    expect(await type('status max@acme.ch')).toContain('**Max Muster** (`max@acme.ch`): **revoked**');
  });

  test('is for administrators', async () => {
    const { type, world } = typist;
    await type(`revoke ${email}`);
    world.chat.join(chatUser('max'));
    expect(await type(`forget ${email} --confirm`, { userId: 'max' })).toContain('Only kChat administrators');
    expect(stored()).toContain('Quimby');
  });
});
