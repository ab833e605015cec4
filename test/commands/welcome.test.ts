import { beforeEach, describe, expect, it } from 'vitest';
import { locales } from '../../src/ports/provisioning.ts';
import { chatUser } from '../support/fake-chat.ts';
import { minutes } from '../support/fake-clock.ts';
import { refusal } from '../support/fake-faults.ts';
import { jane, type FakeWorld } from '../support/fake-world.ts';
import { openTypist, type Typist } from './typist.ts';

let world: FakeWorld;
let type: Typist['type'];
let send: Typist['send'];

beforeEach(async () => {
  ({ world, type, send } = await openTypist({ noticeChannels: [] }));
  world.chat.openChannel('support');
});

const noDialogs = () => {
  world.chat.faults.plan({ at: 'openForm', moment: 'before', error: refusal(501, undefined, {}, 'kChat'), times: 99 });
};

/** Jane is invited and arrives; only what is due at once is delivered. */
async function janeArrives(channels: { id: string; name: string }[] = []): Promise<void> {
  await world.invited({ channels });
  world.provisioning.accept(jane.email, 501);
  world.chat.join(chatUser('jane', { email: jane.email, firstName: 'Jane' }));
  await world.poll();
  await world.drain();
  world.clock.advance(minutes(1));
  await world.drain();
}

describe('welcome show', () => {
  it('shows the built-in text with example data, quoted, and how to change it', async () => {
    const reply = await type('welcome');
    expect(reply).toContain('**Welcome in English** (built-in text)');
    expect(reply).toContain('> ### Welcome, Jane!');
    expect(reply).toContain('> **Anna Meier** invited you');
    expect(reply).toContain('`/kinvite welcome set en`');
    expect(world.chat.posts).toEqual([]);
  });

  it('shows another language, and what the team has written', async () => {
    await type('welcome set fr Salut {first_name}');
    await type('welcome set second 7 fr Tout va bien ?');
    const reply = await type('welcome show fr');
    expect(reply).toContain('your own text');
    expect(reply).toContain('> Salut Jane');
    expect(reply).toContain('- Second message in French, 7 days after the welcome');
    expect(await type('welcome show de')).toContain('> ### Willkommen, Jane!');
  });

  it('says that there is none where nothing is built in', async () => {
    expect(await type('welcome show second')).toContain('Write it with `/kinvite welcome set second en`');
  });
});

describe('welcome set', () => {
  it('keeps the rest of the line, for the next newcomer', async () => {
    const reply = await type('welcome set Hello {first_name}, {inviter} is glad\\nthat you are in {team}!');
    expect(reply).toContain('> Hello Jane, Anna Meier is glad\n> that you are in Acme!');
    await janeArrives();
    expect(world.chat.messagesTo('jane')).toEqual(['Hello Jane, Pat Keller is glad\nthat you are in Acme!']);
  });

  it.for([
    ['welcome set Hello\n\n- one\n- two', 'Hello\n\n- one\n- two'],
    ['welcome set "Euria" says: — x, 👩‍💻', '"Euria" says: — x, 👩‍💻'],
    ['welcome  set   second 3 en\n“And  now?”', '“And  now?”'],
    ['welcome set ~support en One\\nTwo', 'One\nTwo'],
    ['WELCOME SET It is 3 en route', 'It is 3 en route'],
  ] as const)('keeps the text as it was typed in %j', async ([line, text]) => {
    await type(line);
    expect((await world.store.welcomes.all('team')).map((one) => one.text)).toEqual([text]);
  });

  it('opens a form with the text as it is, and takes what comes back', async () => {
    expect(await type('welcome set')).toContain('The form is open');
    expect(world.chat.forms[0]?.introduction).toBe('Welcome in English');
    const [field] = world.chat.forms[0]?.fields ?? [];
    expect(field).toMatchObject({ name: 'text', type: 'textarea' });
    expect(field).toHaveProperty('initial', expect.stringContaining('### Welcome, {first_name}!'));
    expect(await send({ text: 'Hi {first_name}' })).toEqual({});
    expect(world.chat.ephemerals.at(-1)?.message).toContain('> Hi Jane');
    expect(await type('welcome show')).toContain('> Hi Jane');
  });

  it('answers what it opened as text unchanged with the built-in message', async () => {
    await type('welcome set');
    const initial = world.chat.forms[0]?.fields[0]?.initial;
    const before = await type('welcome show');
    await send({ text: String(initial) });
    expect((await type('welcome show')).split('\n').filter((line) => line.startsWith('>'))).toEqual(
      before.split('\n').filter((line) => line.startsWith('>')),
    );
  });

  it('shows at its field what is wrong in the form', async () => {
    await type('welcome set second');
    expect(await send({ days: '0', text: 'Hi' })).toEqual({
      errors: { days: 'After how many days? A whole number from 1 to 60.' },
    });
    expect(await send({ days: '2', text: 'Hi {name}' })).toEqual({
      errors: { text: expect.stringContaining('There is no placeholder {name}.') as string },
    });
    expect(await send({ days: '2', text: 'Hi' })).toEqual({});
    expect(await type('welcome show second')).toContain('2 days after the welcome');
  });

  it('is written on the line where there are no dialogs', async () => {
    noDialogs();
    expect(await type('welcome set second de')).toContain('`/kinvite welcome set second de ...`');
  });

  it.for([
    ['welcome set Hi {name}', '`{first_name}` `{team}` `{inviter}` `{channels}`'],
    ['welcome set Hi {channel}', 'There is no placeholder `{channel}`'],
    [`welcome set ${'x'.repeat(2_501)}`, 'The text has 2501 characters; it can have 2500 at most.'],
    ['welcome set second 61 Hi there', 'A whole number from 1 to 60'],
    ['welcome set ~nowhere Hi there', 'There is no channel `~nowhere`'],
    ['welcome set pt', "I don't speak `pt`"],
    ['welcome show pt', "I don't speak `pt`"],
    ['welcome show second de please', 'I don’t understand `please` here'],
    ['welcome dance', 'You can use `show`, `test`, `set`, `reset`, `send`.'],
    ['welcome send', 'To whom?'],
  ] as const)('%s is a mistake that is explained', async ([line, answer]) => {
    expect(await type(line)).toContain(answer);
    expect(await world.store.welcomes.all('team')).toEqual([]);
  });

  it('never lets a name add a placeholder, a mention or formatting', async () => {
    await type('welcome set Hello {first_name}');
    await world.invited({ firstName: '{inviter} **@channel**' });
    world.provisioning.accept(jane.email, 501);
    world.chat.join(chatUser('jane', { email: jane.email }));
    await world.poll();
    await world.drain();
    expect(world.chat.messagesTo('jane')).toEqual(['Hello \\{inviter\\} \\*\\*@\u200bchannel\\*\\*']);
  });

  it.for(locales)('has a form whose words fit the platform in %s', async (locale) => {
    world.chat.join(chatUser('berta', { isSystemAdmin: true, locale }));
    await type('welcome set second', { userId: 'berta' });
    await type('welcome set ~support', { userId: 'berta' });
    const [second, channel] = world.chat.forms;
    const fields = [...(second?.fields ?? []), ...(channel?.fields ?? [])];
    expect(fields).toHaveLength(3);
    for (const text of [second?.title, second?.submitLabel, ...fields.map(({ label }) => label)]) {
      expect(Buffer.byteLength(text ?? '')).toBeLessThanOrEqual(24);
    }
    for (const { help = '' } of fields) expect(help.length).toBeLessThanOrEqual(150);
  });

  it('is for administrators alone', async () => {
    expect(await type('welcome set Hello', { userId: 'pat' })).toContain('Only kChat administrators');
    await type('welcome set');
    expect(await send({ text: 'Mine' }, { userId: 'pat' })).toHaveProperty('error');
    world.chat.join(chatUser('berta', { isSystemAdmin: true }));
    expect(await send({ text: 'Mine' }, { userId: 'berta' })).toMatchObject({
      error: expect.stringContaining('else') as string,
    });
    expect(await world.store.welcomes.all('team')).toEqual([]);
  });
});

it('welcome reset goes back to the built-in text of that language alone', async () => {
  await type('welcome set en Hello');
  await type('welcome set de Hallo');
  expect(await type('welcome reset de')).toContain('your own text is gone');
  expect(await type('welcome show de')).toContain('> ### Willkommen');
  expect(await type('welcome show en')).toContain('> Hello');
  expect(await type('welcome reset de')).toContain('There was no text of your own');
});

describe('welcome test', () => {
  it('comes to the caller alone and leaves no trace', async () => {
    await type('welcome set second 1 And now?');
    await type('welcome test en');
    await world.untilQuiet();
    expect(world.chat.messagesTo('anna')).toEqual([expect.stringContaining('### Welcome, Jane!')]);
    expect(world.chat.posts).toHaveLength(1);
  });

  it('says where nothing was written', async () => {
    expect(await type('welcome test ~support')).toContain('There is none yet');
    await world.untilQuiet();
    expect(world.chat.posts).toEqual([]);
  });
});

describe('welcome send', () => {
  it.for(['@jane', 'jane', 'Jane@acme.ch'])('sends it once more to %s, as for their own invitation', async (person) => {
    await janeArrives();
    const [first] = world.chat.messagesTo('jane');
    expect(await type(`welcome send ${person}`)).toContain('gets the welcome once more');
    expect(await type(`welcome send ${person}`)).toContain('less than a minute ago');
    await world.untilQuiet();
    expect(world.chat.messagesTo('jane')).toEqual([first, first]);
  });

  it('is followed by nothing else', async () => {
    await janeArrives();
    await type('welcome set second 1 And now?');
    await type('welcome send jane');
    await world.untilQuiet();
    expect(world.chat.messagesTo('jane')).not.toContain('And now?');
  });

  it('refuses whoever is not there or is no member', async () => {
    world.chat.join(chatUser('robot', { isBot: true }), chatUser('gus', { isGuest: true }));
    expect(await type('welcome send nobody')).toContain('`nobody` is not in this team');
    for (const name of ['robot', 'gus']) expect(await type(`welcome send ${name}`)).toContain('gets no welcome');
    world.chat.faults.plan({ at: 'userByName', moment: 'before', error: refusal(503, undefined, {}, 'kChat') });
    expect(await type('welcome send pat')).toContain('could not look the person up');
    await world.untilQuiet();
    expect(world.chat.posts).toEqual([]);
  });
});
