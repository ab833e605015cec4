import { beforeEach, describe, expect, test } from 'vitest';
import { everythingStored, textsStored } from '../support/everything-stored.ts';
import { chatUser } from '../support/fake-chat.ts';
import { minutes } from '../support/fake-clock.ts';
import { refusal, silence } from '../support/fake-faults.ts';
import { openTypist, type Typist } from './typist.ts';

const table = (count: number) =>
  [
    'email,first_name,last_name',
    ...Array.from({ length: count }, (_, index) => `p${index}@acme.ch,Person,Nr${index}`),
  ].join('\n');
let typist: Typist;
beforeEach(async () => {
  typist = await openTypist({ allowedDomains: ['acme.ch'] });
});

const offer = async (text: string) => {
  const answer = await typist.type(`import ${text}`);
  await typist.world.drain();
  return answer;
};
const card = () => typist.world.chat.cardsTo('anna').at(-1);
const confirm = async (label: string) => {
  const answer = await typist.press(label);
  await typist.world.untilQuiet();
  return answer;
};
const pending = () => typist.world.provisioning.invitations.filter(({ status }) => status === 'pending').length;

describe('an import', () => {
  test('shows first what would happen, and invites nobody before it is confirmed', async () => {
    await typist.type('open@acme.ch Open Already');
    const answer = await offer(
      'email,first_name,last_name\njane@acme.ch,Jane,Doe\njane@acme.ch,Jane,Twice\nx@other.test,X,Y\nbad,A,B\nopen@acme.ch,O,A\nnoname@acme.ch,,',
    );
    expect(answer).toContain('1 can be invited, 5 can’t');
    for (const problem of [
      'stands further up',
      "can't be invited here",
      'not an e-mail address',
      'Invited already',
      'first and last name',
    ]) {
      expect(card()?.text).toContain(problem);
    }
    expect(card()?.buttons.map(({ label }) => label)).toEqual(['Invite 1', 'Cancel']);
    expect(pending()).toBe(1);
  });

  test('of 1,000 rows looks each channel up once, at most eight at the same time', async () => {
    const { chat } = typist.world;
    chat.openChannel('marketing');
    const names = Array.from({ length: 30 }, (_, index) => `c${index}`);
    let atOnce = 0;
    let most = 0;
    const channelByName = chat.channelByName.bind(chat);
    chat.channelByName = async (teamId, name) => {
      most = Math.max(most, (atOnce += 1));
      const channel = await channelByName(teamId, name);
      atOnce -= 1;
      return channel;
    };
    const rows = Array.from(
      { length: 1_000 },
      (_, index) => `p${index}@acme.ch,A,B,~Marketing ~${names[index % 30] ?? ''}`,
    );
    const answer = await offer(['email,first_name,last_name,channels', ...rows].join('\n'));
    expect(answer).toContain('0 can be invited, 1000 can’t');
    expect(chat.faults.count('channelByName')).toBe(31);
    expect(most).toBe(8);
    expect(card()?.text).toContain('`~c0`');
  });

  test('says so of each row whose channel can not be looked up', async () => {
    const { chat } = typist.world;
    chat.openChannel('marketing');
    chat.openChannel('sales');
    chat.faults.plan({ at: 'channelByName', moment: 'before', error: silence('timeout', 'kChat') });
    const answer = await offer(
      'email,first_name,last_name,channels\na@acme.ch,A,B,marketing\nb@acme.ch,A,B,sales\nc@acme.ch,A,B,marketing sales',
    );
    expect(answer).toContain('1 can be invited, 2 can’t');
    expect(card()?.text).toMatch(/a@acme.ch.*could not look up/);
    expect(card()?.text).toMatch(/b@acme.ch.*✓/);
  });

  test('invites each person once, tells how it ended, and posts no message for every single one', async () => {
    await offer(table(30));
    await confirm('Invite 30');
    expect(pending()).toBe(30);
    const messages = typist.world.chat.posts.filter(({ channelId }) => channelId.includes('anna'));
    expect(messages).toHaveLength(2);
    expect(card()?.text).toContain('The import has ended');
    expect(card()?.text).toContain('pending: 30');
    expect(typist.world.chat.filesTo('anna')).toMatchObject([{ name: 'import.csv' }]);
  });

  test('lets whoever invites a single person go first', async () => {
    await offer(table(3));
    await confirm('Invite 3');
    await typist.type('jane@acme.ch Jane Doe');
    await typist.world.untilQuiet();
    expect(pending()).toBe(4);
    expect(typist.world.provisioning.patient).toBe(3);
  });

  test('reports short ones in the message', async () => {
    typist.world.provisioning.seatsLeft = 1;
    await offer('a@acme.ch Ada A\nb@acme.ch Bob B');
    await confirm('Invite 2');
    const report = typist.world.chat.messagesTo('anna').join();
    // Both are on their way at once; whoever comes first gets the seat.
    expect(report).toMatch(/`[ab]@acme\.ch` \| pending/);
    expect(report).toContain('failed: no kSuite seat is left');
  });

  test('takes nobody else’s invitation for its own', async () => {
    typist.world.chat.join(chatUser('berta', { isSystemAdmin: true }));
    await offer(table(3));
    const offered = card();
    await typist.type('p1@acme.ch Paula One', { userId: 'berta' });
    await typist.type('p2@acme.ch Paul Two');
    typist.world.clock.advance(1);
    await typist.press('', { ticket: offered?.buttons[0]?.ticket ?? '', postId: offered?.postId });
    await typist.world.untilQuiet();
    const [ended] = typist.world.chat.cardsTo('anna');
    expect(ended?.text).toContain('pending: 1');
    expect(ended?.text).toContain('not invited: 2');
    const report = typist.world.chat.messagesTo('anna').join();
    expect(report).toContain('`p0@acme.ch` | pending');
    expect(report).toContain('`p1@acme.ch` | Invited or asked for elsewhere');
    expect(report).toContain('`p2@acme.ch` | Invited or asked for elsewhere');
  });

  test('of long rows is shown and reported all the same, in messages that kChat takes', async () => {
    const local = (index: number) => `${String(index).padStart(2, '0')}${'x'.repeat(70)}`;
    const lines = Array.from(
      { length: 19 },
      (_, index) => `${local(index)}@@acme.ch,${'Nn'.repeat(30)},${'Oo'.repeat(30)}`,
    );
    const answer = await offer(['email,first_name,last_name', ...lines, 'jane@acme.ch,Jane,Doe'].join('\n'));
    expect(answer).toContain('1 can be invited, 19 can’t');
    expect(card()?.text.length).toBeLessThan(4_000);
    const [, more = ''] = /… and (\d+) more rows/.exec(card()?.text ?? '') ?? [];
    expect(card()?.text.match(/^\| \d+ \|/gm)).toHaveLength(20 - Number(more));
    await confirm('Invite 1');
    expect(typist.world.chat.posts.filter(({ message }) => message.length >= 4_000)).toEqual([]);
    expect(typist.world.chat.filesTo('anna')[0]?.content.toString()).toContain('jane@acme.ch,pending');
  });

  test('reports once although nobody knows whether it got through', async () => {
    await offer(table(21));
    typist.world.chat.faults.plan({ at: 'postFile', moment: 'after', error: silence('timeout', 'kChat') });
    await confirm('Invite 21');
    expect(typist.world.chat.faults.count('postFile')).toBe(1);
    expect(typist.world.chat.filesTo('anna')).toHaveLength(1);
  });

  test('says so when the server refuses the report', async () => {
    await offer(table(21));
    typist.world.chat.faults.plan({ at: 'postFile', moment: 'before', error: refusal(413, undefined, {}, 'kChat') });
    await confirm('Invite 21');
    expect(typist.world.chat.messagesTo('anna').at(-1)).toBe(
      '⚠️ I could not send you the report: kChat refused it (status 413). To look: `/kinvite list`',
    );
  });

  test('never has more than a few on their way, so that everything else goes on', async () => {
    await offer(table(50));
    typist.world.provisioning.faults.plan({ at: 'findByEmail', moment: 'before', error: silence(), times: 20 });
    await typist.press('Invite 50');
    await typist.world.drain();
    const underWay = await typist.world.store.invitations.inStates('team', ['requested', 'provisioning', 'unknown']);
    expect(underWay.length).toBeLessThanOrEqual(4);
  });

  test.each([4, 20, 50, 80])('goes on after a death at call %i, and invites nobody twice', async (call) => {
    await offer(table(30));
    await typist.press('Invite 30');
    typist.world.provisioning.faults.plan({
      at: typist.world.provisioning.faults.calls.length + call,
      moment: 'after',
    });
    await typist.world.dieAndRestart();
    await typist.world.untilQuiet();
    const addresses = typist.world.provisioning.invitations.map(({ email }) => email);
    expect(addresses).toHaveLength(30);
    expect(new Set(addresses).size).toBe(30);
    expect(card()?.text).toContain('pending: 30');
  });

  test('runs alone', async () => {
    await offer(table(9));
    typist.world.provisioning.faults.plan({ at: 'findByEmail', moment: 'before', error: silence(), times: 99 });
    await typist.press('Invite 9');
    await typist.world.drain();
    expect(await offer(table(3))).toContain('An import is running');
  });

  test('can be cancelled in the middle; who was invited stays invited', async () => {
    await offer(table(30));
    typist.world.provisioning.faults.plan({ at: 'findByEmail', moment: 'before', error: silence(), times: 6 });
    await typist.press('Invite 30');
    await typist.world.drain();
    expect(await typist.type('import cancel')).toContain('is cancelled');
    await typist.world.untilQuiet();
    expect(pending()).toBe(4);
    expect(card()?.text).toContain('not begun: 26');
  });

  test('can be left alone: the offer ends', async () => {
    await offer(table(3));
    const ticket = card()?.buttons[0]?.ticket ?? '';
    typist.world.clock.advance(minutes(10));
    expect((await typist.press('', { ticket })).text).toContain('too long');
    expect(pending()).toBe(0);
  });

  test('that nobody takes shows so, and forgets whom it was about', async () => {
    await offer(table(3));
    await typist.world.untilQuiet(minutes(10));
    expect(card()).toMatchObject({
      text: expect.stringContaining('Nobody confirmed this import') as string,
      buttons: [],
    });
    expect(everythingStored(typist.world.store.path)).not.toContain('p1@acme.ch');
    expect(await typist.type('import cancel')).toContain('no import');
  });

  test('forgets whom it was about once everything is told, and no sooner', async () => {
    await offer(table(21));
    // The report comes through after a good quarter of an hour.
    typist.world.chat.faults.plan({ at: 'postFile', moment: 'before', error: silence('timeout', 'kChat'), times: 11 });
    await confirm('Invite 21');
    expect(typist.world.chat.filesTo('anna')[0]?.content.toString()).toContain('p20@acme.ch,pending');
    const [run] = textsStored(typist.world.store.path).get('import.id') ?? [];
    expect(await typist.world.store.imports.rows('team', run ?? '')).toEqual([]);
    expect(textsStored(typist.world.store.path).get('import.by_name')).toEqual(['']);
  });

  test('that was begun at the last moment is not ended with the offer', async () => {
    await offer(table(9));
    typist.world.clock.advance(minutes(10) - 1);
    typist.world.provisioning.faults.plan({ at: 'findByEmail', moment: 'before', error: silence(), times: 8 });
    await typist.press('Invite 9');
    await typist.world.untilQuiet();
    expect(pending()).toBe(9);
    expect(card()?.text).toContain('pending: 9');
  });

  test('is for administrators, at the start and while it runs', async () => {
    typist.world.chat.join(chatUser('max'));
    expect(await typist.type(`import ${table(2)}`, { userId: 'max' })).toContain('Only kChat administrators');
    await offer(table(30));
    const anna = typist.world.chat.users.find(({ id }) => id === 'anna');
    await typist.press('Invite 30');
    Object.assign(anna ?? {}, { isSystemAdmin: false });
    await typist.world.untilQuiet();
    expect(pending()).toBe(0);
    expect(card()?.text).toContain('you may no longer invite');
  });

  test('whose importer loses the right to it is reported once what was on its way has ended', async () => {
    await offer(table(20));
    typist.world.provisioning.faults.plan({ at: 'findByEmail', moment: 'before', error: silence(), times: 12 });
    await typist.press('Invite 20');
    await typist.world.drain();
    Object.assign(typist.world.chat.users.find(({ id }) => id === 'anna') ?? {}, { isSystemAdmin: false });
    typist.world.clock.advance(minutes(2));
    await typist.world.untilQuiet();
    const report = typist.world.chat.messagesTo('anna').join();
    expect(report).not.toMatch(/requested|provisioning|being invited|not confirmed/);
    expect(report.match(/\| pending/g)).toHaveLength(pending());
    expect(pending()).toBeGreaterThan(0);
    expect(report).toContain('not begun');
    expect(typist.world.chat.cardsTo('anna')[0]?.text).toContain('you may no longer invite');
  });

  test('without anything says how', async () => {
    expect(await typist.type('import')).toContain('Paste a table');
    expect(await typist.type('import cancel')).toContain('no import');
  });
});
