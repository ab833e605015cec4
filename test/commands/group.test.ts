import { beforeEach, describe, expect, test } from 'vitest';
import { chatUser } from '../support/fake-chat.ts';
import { refusal, silence } from '../support/fake-faults.ts';
import { openTypist, type Typist } from './typist.ts';

let typist: Typist;
beforeEach(async () => {
  typist = await openTypist();
  const { chat, provisioning } = typist.world;
  chat.openChannel('sales', { hasBot: true });
  chat.join(chatUser('ada', { email: 'ada@acme.ch' }), chatUser('bob', { email: 'b@other.test', infomaniakUserId: 7 }));
  provisioning.workTeams.push({ id: 1, name: 'Sales People' });
  provisioning.workTeamPeople.set(1, [
    { userId: 5, email: 'Ada@acme.ch', name: 'Ada A' },
    { userId: 7, email: 'bob@acme.ch', name: 'Bob B' },
    { userId: 9, email: 'carl@acme.ch', name: 'Carl C' },
  ]);
});
const told = async () => {
  await typist.world.untilQuiet();
  return typist.world.chat.messagesTo('anna').join();
};

describe('a work team', () => {
  test('is added to a channel, and who could not be is named', async () => {
    expect(await typist.type('group "Sales People" ~sales')).toContain('in our direct messages');
    expect(await told()).toContain('2 of **Sales People** are in ~sales now.\nNot in kChat (yet): Carl C.');
    expect(typist.world.chat.members).toContain('sales:ada');
    expect(typist.world.chat.members).toContain('sales:bob');
  });

  test.each([
    ['"Field Sales" ~sales', 'Field Sales'],
    ['“Field Sales” ~sales', 'Field Sales'],
    ["'Field Sales' ~sales", 'Field Sales'],
    ['Field Sales ~sales', 'Field Sales'],
    ['Field "Sales" & Co ~sales', 'Field "Sales" & Co'],
    ['Field “Sales”  & Co ~sales', 'Field "Sales" & Co'],
    ['"Field" Sales ~sales', '"Field" Sales'],
    ['Field" ~sales', 'Field"'],
    ['"Field Sales" ~sales \u200b', 'Field Sales'],
  ])('is found by its name as it was typed: group %s', async (line, name) => {
    typist.world.provisioning.workTeams.push({ id: 2, name });
    typist.world.provisioning.workTeamPeople.set(2, [{ userId: 5, email: 'ada@acme.ch', name: 'Ada A' }]);
    await typist.type(`group ${line}`);
    expect(await told()).toContain('👥 1 of');
    expect(typist.world.chat.members).toContain('sales:ada');
  });

  test('that does not exist is told, and nobody added', async () => {
    await typist.type('group Nobody ~sales');
    expect(await told()).toContain('no work team called **Nobody**');
  });

  test('is added once it can be', async () => {
    typist.world.provisioning.faults.plan({ at: 'workTeamMembers', moment: 'before', error: silence(), times: 3 });
    await typist.type('group "Sales People" ~sales');
    expect(await told()).toContain('2 of **Sales People**');
  });

  test('that can not be read at all is given up with a sentence', async () => {
    typist.world.provisioning.faults.plan({ at: 'workTeamMembers', moment: 'before', error: silence(), times: 99 });
    await typist.type('group "Sales People" ~sales');
    expect(await told()).toContain('could not be added. Infomaniak did not answer in time.');
  });

  test('that is given up while kChat refuses is still given up, once', async () => {
    const { provisioning, chat, log } = typist.world;
    provisioning.faults.plan({ at: 'workTeamMembers', moment: 'before', error: silence(), times: 99 });
    chat.faults.plan({ at: 'post', moment: 'before', error: refusal(403, undefined, {}, 'kChat'), times: 99 });
    await typist.type('group "Sales People" ~sales');
    await typist.world.untilQuiet();
    // The second is what would have told the administrators.
    expect(log.messages('error')).toEqual(['a delivery was given up', 'a delivery was given up']);
  });

  test.each(['group', 'group Sales', 'group ~sales'])('needs its name and a channel: %s', async (line) => {
    expect(await typist.type(line)).toContain('`/kinvite group "Marketing" ~marketing`');
  });

  test('goes to channels of the caller’s only', async () => {
    typist.world.chat.openChannel('board', { isPrivate: true, hasBot: true });
    expect(await typist.type('group "Sales People" ~board')).toContain('There is no channel');
  });
});
