import { beforeEach, describe, expect, test } from 'vitest';
import { everythingStored } from '../support/everything-stored.ts';
import { chatUser } from '../support/fake-chat.ts';
import { days, minutes } from '../support/fake-clock.ts';
import { refusal, silence } from '../support/fake-faults.ts';
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

  test('does not have to wait for somebody who accepted and was removed', async () => {
    const { type, world } = typist;
    world.provisioning.accept(email, 501);
    await world.poll();
    await world.untilQuiet();
    world.provisioning.members.splice(0);
    expect(await type(`forget ${email} --confirm`)).toContain('Erased');
    expect(JSON.stringify(stored())).not.toContain('Quimby');
  });

  test('has to wait while something about them is being sent', async () => {
    const { type, world } = typist;
    world.chat.join(chatUser('berta', { isSystemAdmin: true }));
    await type(`revoke ${email}`, { userId: 'berta' });
    // What tells the inviter is under way in another hand.
    world.clock.advance(minutes(5));
    const claim = { teamId: 'team', now: world.clock.now(), holder: 'another', leaseMs: minutes(5), limit: 8 };
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

  test('finds who came under another address than the invited one, by either', async () => {
    const { type, world } = typist;
    await type(`revoke ${email}`);
    world.clock.advance(minutes(2));
    await type(`${email} Jane Quimby`);
    world.provisioning.accept(email, 501);
    world.chat.join(chatUser('u-jane', { email: 'jq@example.test', firstName: 'Jane', infomaniakUserId: 501 }));
    await world.poll();
    await world.untilQuiet();
    expect(await type('forget jq@example.test')).toContain('in 2 invitations');
    expect(await type(`forget ${email} --confirm`)).toContain('of 2 invitations');
    expect(await type('forget jq@example.test')).toContain('no data about');
  });

  test('erases nothing while kChat does not tell whose address it is', async () => {
    const { type, world } = typist;
    await type(`revoke ${email}`);
    world.chat.faults.plan({ at: 'userByEmail', moment: 'before', error: silence('timeout', 'kChat') });
    expect(await type(`forget ${email} --confirm`)).toContain('Nothing was erased');
    expect(await type(`status ${email}`)).toContain('Quimby');
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

describe('forgetting somebody who was not invited here', () => {
  const walter = 'walter@acme.ch';
  const walkIn = async () => {
    const { chat } = typist.world;
    chat.join(chatUser('u-w', { email: walter, firstName: 'Walter', lastName: 'Inn' }));
    await typist.world.poll();
    await typist.world.untilQuiet();
  };

  test('finds them by their address in kChat, and leaves nothing', async () => {
    const { type, world } = typist;
    await type('welcome set second 3 en How was your start, {first_name}?');
    await walkIn();
    await type(`welcome send ${walter}`);
    await world.untilQuiet();
    expect(stored()).toMatch(/Walter/);
    expect(await type(`forget ${walter}`)).toContain('I would erase everything about `walter@acme.ch`. This');
    expect(await type(`forget ${walter} --confirm`)).toContain('🧹 Erased: address, names and notes. What');
    expect(stored()).not.toMatch(/walter/i);
    expect(await type('audit')).toContain('| Anna Meier | Erased a person’s data |  |');
    expect(await type(`forget ${walter} --confirm`)).toContain('no data about');
  });

  test('drops the message that was still to come, and greets them no second time', async () => {
    const { type, world } = typist;
    await type('welcome set second 3 en How was your start, {first_name}?');
    await walkIn();
    await type(`forget ${walter} --confirm`);
    const before = world.chat.messagesTo('u-w').length;
    world.clock.advance(days(4));
    await world.poll();
    await world.untilQuiet();
    expect(world.chat.messagesTo('u-w')).toHaveLength(before);
  });

  test('reaches a welcome that was given up', async () => {
    const { type, world } = typist;
    // Anna is met first.
    await world.poll();
    await world.untilQuiet();
    world.chat.faults.plan({ at: 'directChannel', moment: 'before', error: refusal(400, undefined, {}, 'kChat') });
    await walkIn();
    expect(stored()).toMatch(/"firstName":"Walter"/);
    await type(`forget ${walter} --confirm`);
    expect(stored()).not.toMatch(/walter/i);
  });

  test('has to wait while their welcome is being sent', async () => {
    const { type, world } = typist;
    world.chat.join(chatUser('u-w', { email: walter, firstName: 'Walter' }));
    await world.poll();
    const claim = { teamId: 'team', now: world.clock.now(), holder: 'another', leaseMs: minutes(5), limit: 8 };
    await world.store.deliveries.claim(claim);
    expect(await type(`forget ${walter} --confirm`)).toContain('try again in a minute');
  });
});

describe('forgetting somebody of an import', () => {
  const people = ['a@acme.ch Ada A', 'zoe@acme.ch Zoe Zucker', 'zoe@acme.ch Zoe', 'mary-zoe@acme.ch Mary Moll'];
  const offer = async () => {
    await typist.type(`import ${people.join('\n')}`);
    await typist.world.drain();
  };
  const card = () => typist.world.chat.cardsTo('anna').at(-1);
  const invited = () => typist.world.provisioning.invitations.map((one) => one.email).filter((one) => one !== email);

  test('takes them off an offer, and nobody else', async () => {
    const { type, press, world } = typist;
    await offer();
    expect(card()?.text).toMatch(/zoe@acme\.ch.*Zoe Zucker/);
    await type('forget zoe@acme.ch --confirm');
    await world.drain();
    expect(stored()).not.toMatch(/zucker|(?<!mary-)zoe@/i);
    expect(card()?.text).not.toMatch(/Zucker/);
    expect(card()?.text).toContain('| — |  | ⚠️ Their data were erased. |');
    await press('Invite 2');
    await world.untilQuiet();
    expect(invited()).toEqual(['a@acme.ch', 'mary-zoe@acme.ch']);
  });

  test('takes them off an import that runs and has not come to them', async () => {
    const { type, press, world } = typist;
    people.unshift(...Array.from({ length: 4 }, (_, index) => `p${index}@acme.ch Pia P`));
    await offer();
    world.provisioning.faults.plan({ at: 'findByEmail', moment: 'before', error: silence(), times: 6 });
    await press('Invite 7');
    await world.drain();
    await type('forget zoe@acme.ch --confirm');
    await world.untilQuiet(minutes(1));
    expect(invited()).toHaveLength(6);
    expect(invited()).not.toContain('zoe@acme.ch');
    const report = world.chat.messagesTo('anna').at(-1);
    expect(report).toContain('| 6 | — | Their data were erased. |');
    expect(report).not.toMatch(/(?<!mary-)zoe@/i);
  });
});
