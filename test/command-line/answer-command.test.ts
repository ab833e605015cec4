import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { openTypist } from '../commands/typist.ts';
import { chatUser } from '../support/fake-chat.ts';
import { refusal, silence } from '../support/fake-faults.ts';
import { typedLines } from './typed-lines.ts';

/** A character that a backslash takes its meaning from, or a code span on one line. */
const escapedOrCode = /\\[!-/:-@[-`{-~]|`[^`\n]*`/g;

const administratorsOnly = commands.filter(({ permission }) => permission === 'administrator');

describe('who may use a verb', () => {
  test('inviting and looking at invitations is for administrators, help for everybody', () => {
    expect(commands.map(({ verb, permission }) => `${verb}: ${permission}`)).toEqual([
      'invite: requester',
      'guest: administrator',
      'list: administrator',
      'status: administrator',
      'resend: administrator',
      'revoke: administrator',
      'link: administrator',
      'requests: administrator',
      'import: administrator',
      'channels: administrator',
      'group: administrator',
      'welcome: administrator',
      'stats: administrator',
      'export: administrator',
      'audit: administrator',
      'forget: administrator',
      'help: everyone',
    ]);
  });

  test.each(administratorsOnly)('$verb is refused to a member, who learns whom to ask', async ({ examples }) => {
    const { type, world } = await openTypist();
    const answer = await type(examples[0] ?? '', { userId: 'pat' });
    expect(answer).toContain('Only kChat administrators');
    expect(answer).toContain('Anna Meier');
    await expect(world.store.invitations.count('team', undefined)).resolves.toBe(0);
  });

  test('a member who may not invite learns nothing about the words', async () => {
    const { type } = await openTypist();
    await expect(type('invite nonsense', { userId: 'pat' })).resolves.toContain('Only kChat administrators');
  });

  test('a member may read the help', async () => {
    const { type } = await openTypist();
    await expect(type('help', { userId: 'pat' })).resolves.toContain('/kinvite list');
  });

  test.each([
    ['a deactivated administrator', { isDeactivated: true }],
    ['a guest', { isGuest: true }],
    ['a bot', { isBot: true }],
  ])('%s is refused', async (_who, changes) => {
    const { type, world } = await openTypist();
    world.chat.join(chatUser('odd', { isSystemAdmin: true, ...changes }));
    await expect(type('list', { userId: 'odd' })).resolves.toContain('Only kChat administrators');
  });

  test('without kChat’s answer nobody may anything', async () => {
    const { type, world } = await openTypist();
    world.chat.faults.plan({ at: 'user', moment: 'before', error: silence('timeout', 'kChat') });
    await expect(type('list')).resolves.toContain('I could not check with kChat whether you may do this');
  });

  test('a refused bot token is said to be the reason, and who can help', async () => {
    const { type, world } = await openTypist();
    world.chat.faults.plan({ at: 'user', moment: 'before', error: refusal(401, undefined, {}, 'kChat') });
    await expect(type('list')).resolves.toContain('no longer accepts my token. Please tell whoever runs me');
  });

  test('somebody of another team is sent away', async () => {
    const { type } = await openTypist();
    await expect(type('list', { teamId: 'elsewhere' })).resolves.toContain('I belong to the team Acme');
  });
});

test('no text whatever fails, and none breaks out of its code spans', async () => {
  const { type } = await openTypist();
  await fc.assert(
    fc.asyncProperty(typedLines, async (text) => {
      const answer = await type(text);
      expect(answer).not.toBe('');
      expect(answer).not.toContain('undefined');
      const outsideCode = answer.replace(escapedOrCode, '').replace('Write it like jane@acme.ch', '');
      expect(outsideCode).not.toMatch(/`|@\w/);
    }),
    { numRuns: 400 },
  );
});

describe('a caller whom kChat names by Infomaniak’s id', () => {
  const asNumber = { userId: '4711' };
  const openKnown = async () => {
    const typist = await openTypist();
    Object.assign(typist.world.chat.users.find(({ id }) => id === 'anna') ?? {}, { infomaniakUserId: 4711 });
    return typist;
  };

  test('is found by it', async () => {
    const { type, world } = await openKnown();
    expect(await type('jane@acme.ch Jane Doe', asNumber)).toContain('is invited as user');
    expect(await world.store.invitations.latest('team', 'jane@acme.ch')).toMatchObject({ inviterId: 'anna' });
  });

  test('is found by it for their own buttons', async () => {
    const { type, press, world } = await openKnown();
    await type('jane@acme.ch Jane Doe', asNumber);
    await world.untilQuiet();
    expect((await press('Revoke', asNumber)).card?.buttons).toHaveLength(2);
  });

  test('is nobody where no member has this id', async () => {
    const { type } = await openKnown();
    expect(await type('list', { userId: '4712' })).toContain('I only answer members');
  });
});

test('a look-up has only as much time as those before it have left for the reply', async () => {
  const { type, world } = await openTypist();
  const user = world.chat.user.bind(world.chat);
  world.chat.user = (id) => {
    world.clock.advance(2_700);
    return user(id);
  };
  world.chat.faults.plan({ at: 'channelByName', moment: 'before' });
  const before = performance.now();
  expect(await type('jane@acme.ch Jane Doe --channel ~ideas')).toContain('could not look up');
  expect(performance.now() - before).toBeLessThan(1_500);
});
