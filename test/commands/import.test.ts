import { beforeEach, describe, expect, test } from 'vitest';
import { chatUser } from '../support/fake-chat.ts';
import { minutes } from '../support/fake-clock.ts';
import { silence } from '../support/fake-faults.ts';
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
    expect(report).toContain('`a@acme.ch` | pending');
    expect(report).toContain('failed: no kSuite seat is left');
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

  test('is for administrators, at the start and while it runs', async () => {
    typist.world.chat.join(chatUser('max'));
    expect(await typist.type(`import ${table(2)}`, { userId: 'max' })).toContain('Only kChat administrators');
    await offer(table(30));
    const anna = typist.world.chat.users.find(({ id }) => id === 'anna');
    await typist.press('Invite 30');
    Object.assign(anna ?? {}, { isSystemAdmin: false });
    await typist.world.untilQuiet();
    expect(pending()).toBe(0);
    expect(card()?.text).toContain('was cancelled');
  });

  test('without anything says how', async () => {
    expect(await typist.type('import')).toContain('Paste a table');
    expect(await typist.type('import cancel')).toContain('no import');
  });
});
