import { describe, expect, test } from 'vitest';
import { everythingStored } from '../support/everything-stored.ts';
import { chatUser } from '../support/fake-chat.ts';
import { days, hours } from '../support/fake-clock.ts';
import { refusal, silence } from '../support/fake-faults.ts';
import { ask, card, email, invited, max, press, openDeskForEach, openWithoutChannel, typist } from './requests-desk.ts';
import { openTypist } from './typist.ts';

openDeskForEach();

describe('a member who may not invite', () => {
  test('asks, and the administrators see it with what was asked for', async () => {
    expect(await ask()).toContain('I have asked the administrators to invite **Jane Doe**');
    expect(invited()).toBe(0);
    expect(card()?.text).toContain('**Max Frei** asks to invite **Jane Doe** (`jane@acme.ch`) as user');
    expect(card()?.text).toContain('> Our new colleague');
    expect(card()?.buttons?.map(({ label }) => label)).toEqual(['Approve', 'Deny']);
    expect(await typist.type('requests')).toContain('1 waiting for an approval');
    expect(await typist.type('list')).toContain('awaiting approval');
  });

  test('hides nothing of what an approval would grant', async () => {
    await typist.type(`${email} Jane Doe --team "Finance" --team 7 --any-login --lang de`, max);
    await typist.world.untilQuiet();
    expect(card()?.text).toContain('Work teams: Finance, 7 · may sign in with any address · language de');
  });

  test('is shown once, though it is answered while kChat’s answer to the card is lost', async () => {
    const { chat } = typist.world;
    chat.faults.plan({ at: 'postCard', moment: 'after', error: silence('timeout', 'kChat') });
    await typist.type(`${email} Jane Doe`, max);
    await typist.world.drain();
    await press('Approve');
    expect(chat.posts.filter(({ channelId }) => channelId === 'hr')).toHaveLength(1);
    expect(card()?.text).toContain('Approved by **Anna Meier**');
  });

  test('is told when it is approved, and the buttons of the invitation are the administrator’s', async () => {
    await ask();
    await press('Approve');
    expect(invited()).toBe(1);
    expect(card()).toMatchObject({
      text: expect.stringContaining('Approved by **Anna Meier**') as string,
      buttons: [],
    });
    expect(typist.world.chat.messagesTo('max').join()).toContain('is invited as user');
    // What only administrators may type is nothing for them.
    expect(typist.world.chat.messagesTo('max').join()).not.toContain('status');
    expect(typist.world.chat.cardsTo('max')).toEqual([]);
    expect(typist.world.chat.cardsTo('anna')).toHaveLength(1);
  });

  test('is told when it is denied, and why', async () => {
    await ask();
    await press('Deny');
    await typist.send({ reason: 'No seat this year' });
    await typist.world.untilQuiet();
    expect(typist.world.chat.messagesTo('max').join()).toContain('was not granted: No seat this year');
    expect(card()?.text).toContain('> Our new colleague\n\n✋ Denied by **Anna Meier**: No seat this year');
    expect(invited()).toBe(0);
  });

  test('is denied without a reason where there are no dialogs', async () => {
    await ask();
    typist.world.chat.faults.plan({ at: 'openForm', moment: 'before', error: refusal(404, undefined, {}, 'kChat') });
    await press('Deny');
    expect(card()?.text).toContain('Denied by **Anna Meier**.');
  });

  test.for([silence('timeout', 'kChat'), refusal(502, undefined, {}, 'kChat'), refusal(400, undefined, {}, 'kChat')])(
    'is not denied because the form could not be opened: %s',
    async (error) => {
      await ask();
      typist.world.chat.faults.plan({ at: 'openForm', moment: 'before', error });
      expect((await press('Deny')).text).toContain('nothing was done. Please try again.');
      expect(card()?.buttons?.map(({ label }) => label)).toEqual(['Approve', 'Deny']);
      await press('Deny');
      await typist.send({ reason: 'No seat this year' });
      await typist.world.untilQuiet();
      expect(card()?.text).toContain('Denied by **Anna Meier**: No seat this year');
    },
  );

  test('hears when nobody answers for two weeks', async () => {
    await ask();
    typist.world.clock.advance(days(14));
    await typist.world.untilQuiet();
    expect(typist.world.chat.messagesTo('max').join()).toContain('was not granted');
    expect(card()?.text).toContain('Nobody answered in time');
  });

  test('learns nothing about who is invited already', async () => {
    await typist.type(`${email} Jane Doe`);
    await typist.world.untilQuiet();
    expect(await ask()).toContain('I have asked the administrators');
    expect(card()).toBeUndefined();
    expect(await typist.type(`${email} Jane Doe --dry-run`, max)).not.toContain('already');
  });

  test('can ask for a plain user only', async () => {
    expect(await typist.type(`${email} Jane Doe --role administrator --confirm`, max)).toContain(
      'Only an administrator',
    );
    expect(card()).toBeUndefined();
  });

  test('finds no role in the form, and reads in it who decides', async () => {
    await typist.type('', max);
    const form = typist.world.chat.forms.at(-1);
    expect(form?.fields.map(({ name }) => name)).not.toContain('role');
    expect(form).toMatchObject({
      submitLabel: 'Ask',
      introduction: expect.stringContaining('administrator') as string,
    });
    await typist.send({ email, first_name: 'Jane', last_name: 'Doe', strict: true }, max);
    await typist.world.untilQuiet();
    expect(card()?.text).toContain('asks to invite **Jane Doe** (`jane@acme.ch`) as user');
  });

  test('has sent the form although kChat takes no word about it, and can’t send it again', async () => {
    const { world, type, send } = typist;
    const asked = { email, first_name: 'Jane', last_name: 'Doe', strict: true };
    const error = refusal(403, undefined, {}, 'kChat');
    await type('', max);
    world.chat.faults.plan({ at: 'postEphemeral', moment: 'before', error }, { at: 'post', moment: 'before', error });
    expect(await send(asked, max)).toEqual({});
    expect(world.log.lines.map(({ message }) => message)).toEqual(['what a form has done could not be told']);
    expect(await send(asked, max)).toEqual({ error: 'This was answered already. Nothing was done a second time.' });
    await world.untilQuiet();
    expect(card()?.text).toContain('asks to invite **Jane Doe**');
  });

  test('can use no other verb', async () => {
    for (const line of ['list', 'requests', `status ${email}`, `revoke ${email}`]) {
      expect(await typist.type(line, max)).toContain('Only kChat administrators');
    }
  });

  test('is refused where no approval channel is set', async () => {
    const closed = await openTypist();
    closed.world.chat.join(chatUser('max'));
    expect(await closed.type(`${email} Jane Doe`, max)).toContain('Only kChat administrators');
  });

  test('is refused as a guest', async () => {
    typist.world.chat.join(chatUser('gast', { isGuest: true }));
    expect(await typist.type(`${email} Jane Doe`, { userId: 'gast' })).toContain('Only kChat administrators');
  });
});

describe('an answer to a request', () => {
  test('is not for those who may not invite', async () => {
    await ask();
    expect((await press('Approve', 'max')).text).toContain('Only kChat administrators');
    expect(invited()).toBe(0);
  });

  test('is not for whoever asked, though they have become an administrator since', async () => {
    await ask();
    Object.assign(typist.world.chat.users.find(({ id }) => id === 'max') ?? {}, { isSystemAdmin: true });
    typist.world.clock.advance(days(1));
    expect((await press('Approve', 'max')).text).toContain('a request of their own');
    expect(invited()).toBe(0);
  });

  test('is given once, whoever is quicker', async () => {
    await ask();
    const deny = card()?.buttons?.find(({ label }) => label === 'Deny')?.ticket ?? '';
    await press('Approve');
    const late = await typist.press('', { ticket: deny, userId: 'berta', postId: card()?.id });
    expect(late.text).toContain('answered already');
    expect(invited()).toBe(1);
  });
});

test('somebody who waits for an approval and comes by another way is greeted as a walk-in', async () => {
  await ask();
  typist.world.chat.join(chatUser('jane', { email }));
  await typist.world.poll();
  await typist.world.untilQuiet();
  expect(typist.world.chat.messagesTo('jane')).toHaveLength(1);
});

describe('a request that waits', () => {
  test('is granted by the administrator who invites the same person, as it was made', async () => {
    await ask();
    const answer = await typist.type(`${email} Jane Doe --lang fr`);
    expect(answer).toContain('**Max Frei** had asked for **Jane Doe** (`jane@acme.ch`): approved');
    await typist.world.untilQuiet();
    expect(invited()).toBe(1);
    expect(card()?.text).toContain('Approved by **Anna Meier**');
    expect(typist.world.chat.messagesTo('max').join()).toContain('is invited as user');
  });

  test('is granted by the administrator who sends the form for the same person', async () => {
    await ask();
    await typist.type('');
    await typist.send({ email, first_name: 'Jane', last_name: 'Doe', strict: true });
    await typist.world.untilQuiet();
    expect(typist.world.chat.ephemerals.at(-1)?.message).toContain('**Max Frei** had asked for **Jane Doe**');
    expect(invited()).toBe(1);
  });

  test('is not granted by whoever made it and has become an administrator since', async () => {
    await ask();
    Object.assign(typist.world.chat.users.find(({ id }) => id === 'max') ?? {}, { isSystemAdmin: true });
    typist.world.clock.advance(days(1));
    expect(await typist.type(`${email} Jane Doe`, max)).toContain('a request of their own');
    expect(invited()).toBe(0);
  });

  test.each([
    ['Approve', 'Your request to invite `jane@acme.ch` was granted.'],
    ['Deny', 'Your request to invite `jane@acme.ch` was not granted: No seat'],
  ])('of two members ends with a message to both: %s', async (label, message) => {
    typist.world.chat.join(chatUser('zoe'));
    await ask();
    await typist.type(`${email} Janet Dow`, { userId: 'zoe' });
    await typist.type(`${email} Janet Dow`, { userId: 'zoe' });
    await press(label);
    if (label === 'Deny') await typist.send({ reason: 'No seat' });
    await typist.world.untilQuiet();
    expect(typist.world.chat.messagesTo('zoe')).toEqual([expect.stringContaining(message)]);
    expect(typist.world.chat.messagesTo('max')).toHaveLength(1);
  });

  test('that the channel can’t show is told to whoever can help, and what to type', async () => {
    await openWithoutChannel();
    const { chat } = typist.world;
    chat.join(chatUser('max', { firstName: 'Max', lastName: 'Frei' }));
    await ask();
    expect(chat.messagesTo('max')).toEqual([
      '⚠️ Your request to invite **Jane Doe** (`jane@acme.ch`) could not be shown to the administrators: kChat refused it (status 404). Please tell one of them yourself: Anna Meier.',
    ]);
    const [told = ''] = chat.messagesTo('anna');
    expect(told).toContain('**Max Frei** asks to invite **Jane Doe**');
    expect(told).toContain('I could not show this request in ~hr: kChat refused it (status 404).');
    expect(told).toContain('`/kinvite requests approve jane@acme.ch`');
    await typist.type(`requests approve ${email}`);
    await typist.world.untilQuiet();
    expect(invited()).toBe(1);
    expect(chat.messagesTo('max').join()).not.toContain('by hand');
  });

  test('that the channel can’t show is told to whom KCHAT_ADMINS names, else to no bot', async () => {
    const bot = chatUser('robot', { firstName: 'Robo', isBot: true, isSystemAdmin: true });
    await openWithoutChannel();
    typist.world.chat.join(chatUser('max'), bot);
    await ask();
    expect(typist.world.chat.messagesTo('robot')).toEqual([]);
    expect(typist.world.chat.messagesTo('max').join()).toContain('tell one of them yourself: Anna Meier.');

    await openWithoutChannel({ extraAdministrators: ['nora.n'] });
    typist.world.chat.join(chatUser('max'), bot, chatUser('nora', { username: 'nora.n', firstName: 'Nora' }));
    await ask();
    const told = (userId: string) => typist.world.chat.messagesTo(userId).join();
    expect(told('nora')).toContain('asks to invite **Jane Doe**');
    expect([told('anna'), told('robot')]).toEqual(['', '']);
    expect(told('max')).toContain('tell one of them yourself: Nora.');
  });

  test('can be denied with the command too', async () => {
    await ask();
    expect(await typist.type(`revoke ${email} No seat this year`)).toContain('The request to invite **Jane Doe**');
    await typist.world.untilQuiet();
    expect(card()?.text).toContain('Denied by **Anna Meier**: No seat this year');
    expect(typist.world.chat.messagesTo('max').join()).toContain('was not granted: No seat this year');
    expect(await typist.type(`resend ${email}`)).toContain('has ended');
  });

  test('is one of more than fit on the list, which says so', async () => {
    for (let index = 0; index < 22; index += 1) {
      if (index % 9 === 8) typist.world.clock.advance(hours(1));
      await typist.type(`p${index}@acme.ch Paula Nr${index}`, max);
    }
    const answer = await typist.type('requests');
    expect(answer).toContain('22 waiting for an approval');
    expect(answer).toContain('… and 2 more.');
  });

  test('has nothing to renew', async () => {
    await ask();
    expect(await typist.type(`resend ${email}`)).toContain('Nobody has approved');
  });

  test('has to be denied before the person can be forgotten', async () => {
    await ask();
    expect(await typist.type(`forget ${email} --confirm`)).toContain('`/kinvite revoke jane@acme.ch`');
    await typist.type(`revoke ${email}`);
    await typist.world.untilQuiet();
    expect(await typist.type(`forget ${email} --confirm`)).toContain('🧹 Erased');
    expect(everythingStored(typist.world.store.path)).not.toMatch(/jane|doe/i);
  });
});
