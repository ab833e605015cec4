import { describe, expect, test } from 'vitest';
import { days } from '../support/fake-clock.ts';
import { silence } from '../support/fake-faults.ts';
import { ask, card, email, invited, max, press, openDeskForEach, typist } from './requests-desk.ts';

openDeskForEach();

describe('an answer to a request', () => {
  test('can be typed: an approval', async () => {
    await ask();
    expect(await typist.type(`requests approve ${email}`)).toContain('Approved: I am inviting **Jane Doe**');
    await typist.world.untilQuiet();
    expect(invited()).toBe(1);
    expect(card()).toMatchObject({
      text: expect.stringContaining('Approved by **Anna Meier**') as string,
      buttons: [],
    });
    expect(typist.world.chat.messagesTo('max').join()).toContain('is invited as user');
    expect(await typist.type(`requests approve ${email}`)).toContain('Nobody waits for an approval to invite');
  });

  test('can be typed: a denial, with its reason', async () => {
    await ask();
    expect(await typist.type(`requests deny ${email} No seat this year`)).toContain('Denied: **Jane Doe**');
    await typist.world.untilQuiet();
    expect(invited()).toBe(0);
    expect(typist.world.chat.messagesTo('max').join()).toContain('was not granted: No seat this year');
  });

  test('is typed by administrators alone, and by nobody for themselves', async () => {
    await ask();
    expect(await typist.type(`requests approve ${email}`, max)).toContain('Only kChat administrators');
    Object.assign(typist.world.chat.users.find(({ id }) => id === 'max') ?? {}, { isSystemAdmin: true });
    typist.world.clock.advance(days(1));
    for (const action of ['approve', 'deny']) {
      expect(await typist.type(`requests ${action} ${email}`, max)).toContain('a request of their own');
    }
    expect(invited()).toBe(0);
  });

  test('is named on the card for servers without buttons', async () => {
    await ask();
    expect(card()?.instead).toBe(
      'To answer, type `/kinvite requests approve jane@acme.ch` or `/kinvite requests deny jane@acme.ch`.',
    );
    await press('Approve');
    expect(card()?.instead).toBeUndefined();
  });

  test('is asked for once where there are no buttons, although nobody knows whether it got through', async () => {
    typist.world.chat.refusesButtons = true;
    typist.world.chat.faults.plan({ at: 'postCard', moment: 'after', error: silence('timeout', 'kChat') });
    await ask();
    expect(typist.world.chat.messagesTo('hr')).toEqual([
      expect.stringContaining('\n\nTo answer, type `/kinvite requests approve jane@acme.ch`'),
    ]);
  });
});
