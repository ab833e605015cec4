import { beforeEach, describe, expect, test } from 'vitest';
import { ForgedTicketError } from '../../src/command-line/redeem-ticket.ts';
import { chatUser } from '../support/fake-chat.ts';
import { minutes, seconds } from '../support/fake-clock.ts';
import { openTypist, type Typist } from './typist.ts';

const email = 'jane@acme.ch';
let typist: Typist;
const card = () => typist.world.chat.cardsTo('anna').at(-1);
const labels = () => card()?.buttons.map(({ label }) => label);

beforeEach(async () => {
  typist = await openTypist();
  await typist.type(`${email} Jane Doe`);
  await typist.world.untilQuiet();
  typist.world.clock.advance(minutes(2));
});

describe('the card of an invitation', () => {
  test('shows how it stands and what can be done', () => {
    expect(card()?.text).toContain('**Jane Doe** (`jane@acme.ch`) · pending · until');
    expect(labels()).toEqual(['Resend', 'Copy link', 'Revoke']);
  });

  test('is one card, and follows the invitation to its end', async () => {
    const { world } = typist;
    world.provisioning.accept(email, 501);
    world.chat.join(chatUser('jane', { email }));
    await world.poll();
    await world.untilQuiet();
    expect(world.chat.cardsTo('anna')).toHaveLength(1);
    expect(card()?.text).toContain('arrived');
    expect(labels()).toEqual([]);
  });

  test('renews: the card shows it at once, and the new end when it is done', async () => {
    const { press, world } = typist;
    expect((await press('Resend')).card?.buttons).toEqual([]);
    await world.untilQuiet();
    expect(world.provisioning.invitations).toHaveLength(2);
    expect(labels()).toEqual(['Resend', 'Copy link', 'Revoke']);
  });

  test('says how long to wait, and the button can be pressed again', async () => {
    const { press, world } = typist;
    await press('Resend');
    await world.untilQuiet();
    expect((await press('Resend')).text).toContain('Please wait');
    world.clock.advance(minutes(1));
    expect((await press('Resend')).card).toBeDefined();
  });

  test('asks before it revokes', async () => {
    const { press, world } = typist;
    await press('Revoke');
    expect(labels()).toEqual(['Confirm', 'Cancel']);
    expect(world.provisioning.pendingOf(email)).toHaveLength(1);
    await press('Confirm');
    await world.untilQuiet();
    expect(world.provisioning.pendingOf(email)).toEqual([]);
    expect(card()?.text).toContain('revoked');
    expect(labels()).toEqual([]);
  });

  test('keeps the invitation when the question is cancelled', async () => {
    const { press, world } = typist;
    await press('Revoke');
    await press('Cancel');
    expect(labels()).toEqual(['Resend', 'Copy link', 'Revoke']);
    expect(world.provisioning.pendingOf(email)).toHaveLength(1);
  });

  test('takes the question back after a minute without an answer', async () => {
    const { press, world } = typist;
    await press('Revoke');
    const confirm = card()?.buttons[0]?.ticket ?? '';
    world.clock.advance(seconds(61));
    expect((await press('Confirm', { ticket: confirm })).text).toContain('too long');
    await world.untilQuiet();
    expect(labels()).toEqual(['Resend', 'Copy link', 'Revoke']);
    expect(world.provisioning.pendingOf(email)).toHaveLength(1);
  });

  test('gives the link to its inviter, as often as they ask', async () => {
    const { press } = typist;
    for (let time = 1; time <= 2; time += 1) {
      expect((await press('Copy link')).text).toContain('https://welcome.example.test/invitation/100');
    }
  });
});

describe('nobody gets anything by a button', () => {
  const pressRevoke = async () => {
    await typist.press('Revoke');
    return card()?.buttons[0]?.ticket ?? '';
  };
  const nothingHappened = () => {
    expect(typist.world.provisioning.pendingOf(email)).toHaveLength(1);
  };

  test('that was made for somebody else', async () => {
    typist.world.chat.join(chatUser('berta', { isSystemAdmin: true }));
    const ticket = await pressRevoke();
    expect((await typist.press('', { ticket, userId: 'berta' })).text).toContain('made for somebody else');
    await typist.world.untilQuiet();
    nothingHappened();
  });

  test('whose ticket was made up, changed, or signed with another key', async () => {
    const ticket = await pressRevoke();
    const [body = '', signature = ''] = ticket.split('.');
    for (const forged of ['', 'a.b', `${body}.`, `${body}x.${signature}`, `${ticket}.x`]) {
      await expect(typist.press('', { ticket: forged })).rejects.toThrow(ForgedTicketError);
    }
    nothingHappened();
  });

  test('a second time', async () => {
    const ticket = await pressRevoke();
    await typist.press('', { ticket });
    expect((await typist.press('', { ticket })).text).toContain('answered already');
  });

  test('after losing the right to it', async () => {
    const { world, press } = typist;
    Object.assign(world.chat.users.find(({ id }) => id === 'anna') ?? {}, { isSystemAdmin: false });
    expect((await press('Resend')).text).toContain('Only kChat administrators');
    await world.untilQuiet();
    expect(world.provisioning.invitations).toHaveLength(1);
  });
});
