import { beforeEach, describe, expect, test } from 'vitest';
import { ForgedTicketError } from '../../src/command-line/redeem-ticket.ts';
import { locales } from '../../src/ports/provisioning.ts';
import { inviteFormTexts } from '../../src/texts/invite-form.ts';
import { chatUser } from '../support/fake-chat.ts';
import { minutes } from '../support/fake-clock.ts';
import { refusal } from '../support/fake-faults.ts';
import { openTypist, type Typist } from './typist.ts';

const email = 'jane@acme.ch';
const filled = { email, first_name: 'Jane', last_name: 'Doe', role: 'normal', locale: 'de_DE', strict: true };
let typist: Typist;
beforeEach(async () => {
  typist = await openTypist({ allowedDomains: ['acme.ch'] });
  await typist.type('');
});

describe('the form', () => {
  test('opens on the bare command', () => {
    expect(typist.world.chat.forms).toHaveLength(1);
    expect(typist.world.chat.forms[0]?.fields.map(({ name }) => name)).toEqual([
      ...['email', 'first_name', 'last_name', 'role', 'confirmed'],
      ...['locale', 'strict', 'work_team', 'channels', 'note'],
    ]);
  });

  test('invites like a typed line, and its end is told where it was opened', async () => {
    const { world, send } = typist;
    world.chat.openChannel('ideas', { hasBot: true });
    world.provisioning.workTeams.push({ id: 7, name: 'Care' });
    const note = 'Looking forward to you!';
    expect(await send({ ...filled, strict: false, channels: '~ideas', work_team: 'Care', note })).toEqual({});
    await world.untilQuiet();
    expect(world.provisioning.pendingOf(email)).toMatchObject([
      { hasKsuite: true, asked: { firstName: 'Jane', strict: false, locale: 'de_DE', workTeamIds: [7] } },
    ]);
    const invitation = await world.store.invitations.latest('team', email);
    expect(invitation).toMatchObject({ note, channels: [{ name: 'ideas' }] });
    expect(world.chat.ephemerals.map(({ message }) => message).join()).toContain('is invited as user');
  });

  test.each([
    ['email', { email: 'jane@' }, 'is not an e-mail address'],
    ['email', { email: 'jane@other.test' }, "can't be invited here"],
    ['email', { email: undefined }, 'Please fill this in'],
    ['first_name', { first_name: ' \u200b ' }, 'Please fill this in'],
    ['last_name', { last_name: '' }, 'Please fill this in'],
    ['role', { role: 'admin' }, 'tick the confirmation'],
    ['role', { role: 'owner', confirmed: 'true' }, 'ALLOW_LEGAL_REPRESENTATIVE'],
    ['channels', { channels: '~nowhere' }, 'There is no channel'],
    ['note', { note: 'x'.repeat(501) }, 'at most 500'],
  ])('shows at %s what is wrong with %j, and invites nobody', async (field, changes, said) => {
    const { errors = {} } = await typist.send({ ...filled, ...changes });
    expect(Object.keys(errors)).toEqual([field]);
    expect(errors[field]).toContain(said);
    await typist.world.untilQuiet();
    expect(typist.world.provisioning.invitations).toEqual([]);
  });

  test('can be sent again after a correction, and once only after that', async () => {
    const { send, world } = typist;
    await send({ ...filled, email: 'jane@' });
    expect(await send(filled)).toEqual({});
    expect((await send({ ...filled, email: 'ada@acme.ch' })).error).toContain('answered already');
    await world.untilQuiet();
    expect(world.provisioning.invitations).toHaveLength(1);
  });

  test('takes a mighty role that was confirmed', async () => {
    await typist.send({ ...filled, role: 'admin', confirmed: 'true' });
    await typist.world.untilQuiet();
    expect(typist.world.provisioning.pendingOf(email)[0]?.asked?.role).toBe('admin');
  });

  test('offers the legal representative where the operator allows it, and nowhere else', async () => {
    const offered = (of: Typist) => {
      const field = of.world.chat.forms[0]?.fields.find(({ name }) => name === 'role');
      return field?.type === 'select' ? field.options.map(({ value }) => value) : [];
    };
    expect(offered(typist)).toEqual(['normal', 'admin']);
    const allowed = await openTypist({ allowLegalRepresentative: true });
    await allowed.type('');
    expect(offered(allowed)).toEqual(['normal', 'admin', 'owner']);
    expect(await allowed.send({ ...filled, role: 'owner', confirmed: 'true' })).toEqual({});
    await allowed.world.untilQuiet();
    expect(allowed.world.provisioning.pendingOf(email)[0]?.asked?.role).toBe('owner');
  });

  test('shows at the address that it is invited already', async () => {
    await typist.type(`${email} Jane Doe`);
    expect((await typist.send(filled)).errors?.email).toContain('invited already');
  });
});

describe('nobody gets anything by a form', () => {
  const nothingHappened = async () => {
    await typist.world.untilQuiet();
    expect(typist.world.provisioning.invitations).toEqual([]);
  };

  test('that is forged', async () => {
    await expect(typist.send(filled, { ticket: 'a.b' })).rejects.toThrow(ForgedTicketError);
    await nothingHappened();
  });

  test('that was opened for somebody else, who told its state', async () => {
    typist.world.chat.join(chatUser('berta', { isSystemAdmin: true }));
    expect((await typist.send(filled, { userId: 'berta' })).error).toContain('somebody else');
    await nothingHappened();
  });

  test('after half an hour', async () => {
    typist.world.clock.advance(minutes(30));
    expect((await typist.send(filled)).error).toContain('too long');
    await nothingHappened();
  });

  test('after losing the right to invite', async () => {
    Object.assign(typist.world.chat.users.find(({ id }) => id === 'anna') ?? {}, { isSystemAdmin: false });
    typist.world.clock.advance(minutes(2));
    expect((await typist.send(filled)).error).toContain('Only kChat administrators');
    await nothingHappened();
  });
});

test('where dialogs do not work, the bare command shows the help', async () => {
  typist.world.chat.faults.plan({ at: 'openForm', moment: 'before', error: refusal(404, undefined, {}, 'kChat') });
  expect(await typist.type('')).toContain('`/kinvite status <email>`');
});

test('who may not invite gets the help', async () => {
  typist.world.chat.join(chatUser('max'));
  expect(await typist.type('', { userId: 'max' })).toContain('`/kinvite help [verb]`');
  expect(typist.world.chat.forms).toHaveLength(1);
});

test.each(locales)('the words of the form in %s fit into what dialogs show', (locale) => {
  const texts = inviteFormTexts[locale];
  const labels = [
    texts.title,
    texts.email,
    texts.firstName,
    texts.lastName,
    texts.role,
    texts.confirmed,
    texts.language,
  ];
  for (const label of [...labels, texts.strict, texts.workTeam, texts.channels, texts.note]) {
    expect(Buffer.byteLength(label), label).toBeLessThanOrEqual(24);
  }
  for (const help of [texts.roleHelp, texts.confirmedHelp, texts.strictHelp, texts.channelsHelp, texts.noteHelp]) {
    expect(help.length).toBeLessThanOrEqual(150);
  }
});
