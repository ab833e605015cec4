import { beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { AuditEntry } from '../../src/ports/audit-store.ts';
import { chatUser, team } from '../support/fake-chat.ts';
import { minutes } from '../support/fake-clock.ts';
import { refusal } from '../support/fake-faults.ts';
import { openTypist, type Typist } from './typist.ts';

const email = 'jane@acme.ch';
const maxAsks = { userId: 'max' };

interface Act {
  /** What has to be there before. */
  before?: (typist: Typist) => Promise<unknown>;
  /** Anna does it. */
  run: (typist: Typist) => Promise<unknown>;
  /** What the record says of it. */
  is: string;
}

const types = (line: string) => (typist: Typist) => typist.type(line);
const presses = (label: string) => (typist: Typist) => typist.press(label);
const inTurn =
  (...steps: ((typist: Typist) => Promise<unknown>)[]) =>
  async (typist: Typist) => {
    for (const step of steps) {
      await step(typist);
      await typist.world.drain();
      typist.world.clock.advance(minutes(2));
    }
  };
const invited = inTurn(types(`${email} Jane Doe`));
const asked = inTurn(async ({ type }) => type(`${email} Jane Doe`, maxAsks));
const offered = inTurn(types('import max@acme.ch Max Muster'));
const formSent = (line: string, values: Record<string, string>) => async (typist: Typist) => {
  await typist.type(line);
  await typist.send(values);
};
/** A button of the request in the approval channel. */
const answers = (label: string) => async (typist: Typist) => {
  const { chat } = typist.world;
  const [post] = chat.posts.filter(({ channelId }) => channelId === 'hr');
  const button = chat.cards.get(post?.id ?? '')?.buttons.find((one) => one.label === label);
  await typist.press('', { ticket: button?.ticket ?? '', postId: post?.id });
};
const withoutDialogs = async ({ world }: Typist) => {
  world.chat.faults.plan({ at: 'openForm', moment: 'before', error: refusal(404, undefined, {}, 'kChat') });
  return Promise.resolve();
};

/** Every verb, button and form that changes something or hands something out. */
const acts: Readonly<Record<string, readonly Act[]>> = {
  invite: [{ run: types(`${email} Jane Doe`), is: 'requested' }],
  'invite:form': [
    { run: formSent('', { email, first_name: 'Jane', last_name: 'Doe', role: 'normal' }), is: 'requested' },
  ],
  resend: [{ before: invited, run: types(`resend ${email}`), is: 'renewal_requested' }],
  'resend:resend': [{ before: invited, run: presses('Resend'), is: 'renewal_requested' }],
  revoke: [
    { before: invited, run: types(`revoke ${email}`), is: 'revocation_requested' },
    { before: asked, run: types(`revoke ${email}`), is: 'denied' },
  ],
  'revoke:confirm': [
    {
      before: invited,
      run: async ({ press }) => {
        await press('Revoke');
        await press('Confirm');
      },
      is: 'revocation_requested',
    },
  ],
  link: [{ before: invited, run: types(`link ${email}`), is: 'link' }],
  'link:show': [{ before: invited, run: presses('Copy link'), is: 'link' }],
  'requests:approve': [{ before: asked, run: answers('Approve'), is: 'approved' }],
  'requests:deny': [{ before: inTurn(asked, withoutDialogs), run: answers('Deny'), is: 'denied' }],
  'requests:reason': [
    { before: inTurn(asked, answers('Deny')), run: ({ send }) => send({ reason: 'Not yet' }), is: 'denied' },
  ],
  import: [{ before: offered, run: types('import cancel'), is: 'import_cancelled' }],
  'import:confirm': [{ before: offered, run: presses('Invite 1'), is: 'import' }],
  'import:cancel': [{ before: offered, run: presses('Cancel'), is: 'import_cancelled' }],
  channels: [
    { run: types('channels add ~ideas'), is: 'channel_added' },
    { before: inTurn(types('channels add ~ideas')), run: types('channels remove ~ideas'), is: 'channel_removed' },
  ],
  group: [{ run: types('group "Sales People" ~ideas'), is: 'group' }],
  welcome: [
    { run: types('welcome set ~ideas en Here we think.'), is: 'welcome_set' },
    { before: inTurn(types('welcome set en Hi')), run: types('welcome reset en'), is: 'welcome_reset' },
    { run: types('welcome send @max'), is: 'welcome_sent' },
  ],
  'welcome:set': [{ run: formSent('welcome set en', { text: 'Hello {first_name}' }), is: 'welcome_set' }],
  export: [{ before: invited, run: types('export'), is: 'export' }],
  forget: [
    { before: inTurn(invited, types(`revoke ${email}`)), run: types(`forget ${email} --confirm`), is: 'forgotten' },
    { before: inTurn(({ world }) => world.poll()), run: types('forget max@acme.ch --confirm'), is: 'forget' },
  ],
};

/** They only show, or ask. */
const harmless = ['list', 'status', 'requests', 'stats', 'audit', 'help', 'revoke:ask', 'revoke:keep'];

const cases = Object.entries(acts).flatMap(([name, list]) => list.map((act) => [name, act.is, act] as const));

let typist: Typist;
beforeEach(async () => {
  typist = await openTypist({ approvalChannel: 'hr' });
  typist.world.chat.join(chatUser('max', { firstName: 'Max', lastName: 'Frei' }));
  for (const name of ['hr', 'ideas']) typist.world.chat.openChannel(name, { hasBot: true });
});

const annasActs = async () => {
  const all = await typist.world.store.audit.page(team.id, { email: undefined, limit: 1_000, offset: 0 });
  return all
    .filter(({ actor }) => actor === 'anna')
    .map(({ act }: AuditEntry) => ('event' in act ? act.event : act.verb));
};

describe('the record', () => {
  test('knows of every verb, button and form whether it changes anything', () => {
    const known = commands.flatMap(({ verb, actions = {}, forms = {} }) => [
      verb,
      ...[...Object.keys(actions), ...Object.keys(forms)].map((name) => `${verb}:${name}`),
    ]);
    expect([...Object.keys(acts), ...harmless].sort()).toEqual(known.sort());
  });

  test.each(cases)('has who used %s: %s', async (_name, is, { before, run }) => {
    await before?.(typist);
    const already = await annasActs();
    await run(typist);
    const added = (await annasActs()).slice(0, -already.length || undefined);
    expect(added).toContain(is);
  });

  test.each(harmless.filter((name) => !name.includes(':')))('has nothing of %s', async (verb) => {
    await invited(typist);
    const already = await annasActs();
    await typist.type(verb === 'status' ? `status ${email}` : verb);
    expect(await annasActs()).toEqual(already);
  });
});
