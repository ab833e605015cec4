import { describe, expect, test } from 'vitest';
import { dialects, kchat } from '../stub/dialect.ts';
import { startStub } from '../stub/start.ts';
import { register } from '../../../src/kchat/registration/register.ts';
import { hashesOf, manifest, optionsFor } from './options.ts';

describe.each(dialects)('registration on $name', (dialect) => {
  test('builds everything on a fresh server', async () => {
    const { world, ...stub } = await startStub(dialect);
    const channel = world.addChannel('town-square');
    const report = await register(optionsFor(stub, { noticeChannels: ['town-square'] }));

    const { botUserId, botToken = '' } = report;
    expect(world.bots.get(botUserId)).toMatchObject({ username: 'euria-welcome', display_name: 'Euria' });
    expect(world.tokens.get(botToken)).toBe(botUserId);
    expect(world.members.has(`${world.team.id}/${botUserId}`)).toBe(true);
    expect(world.members.has(`${channel.id}/${botUserId}`)).toBe(true);
    expect(report).toMatchObject({ teamId: world.team.id, byHand: [] });
    expect(report.commands).toEqual([
      { id: expect.any(String) as string, trigger: 'kinvite', token: expect.stringMatching(/^\w{26}$/) as string },
    ]);
    expect(world.commands.get(report.commands[0]?.id ?? '')).toMatchObject({
      url: 'https://bot.acme.ch/kchat/command',
      method: 'P',
      auto_complete: true,
      display_name: 'Invite to the kSuite',
      auto_complete_hint: manifest.commands[0]?.hint,
      username: 'euria-welcome',
    });
  });

  test('changes nothing when run again', async () => {
    const stub = await startStub(dialect);
    stub.world.addChannel('town-square');
    const noticeChannels = ['town-square'];
    const first = await register(optionsFor(stub, { noticeChannels }));
    stub.requests.length = 0;

    const stored = { botToken: first.botToken, commandTokenHashes: hashesOf(first) };
    const second = await register(optionsFor(stub, { noticeChannels, stored }));
    expect(stub.requests.filter((request) => !request.startsWith('GET '))).toEqual([]);
    expect(second).toMatchObject({ done: [], byHand: [], botToken: first.botToken, commands: first.commands });
    expect(second.unchanged).toHaveLength(6);
  });

  test('tells no token in its sentences', async () => {
    const stub = await startStub(dialect);
    const report = await register(optionsFor(stub));
    const sentences = [...report.done, ...report.unchanged, ...report.byHand].join('\n');
    for (const secret of [report.botToken, report.commands[0]?.token, stub.adminToken]) {
      expect(sentences).not.toContain(secret);
    }
  });

  test('says by hand what is missing when there is no such notice channel', async () => {
    const stub = await startStub(dialect);
    const { byHand } = await register(optionsFor(stub, { noticeChannels: ['nope'] }));
    expect(byHand).toEqual(['There is no channel ~nope here. Create it, or correct NOTICE_CHANNELS.']);
  });

  test.each([
    ['GET /teams/name/*', 'see the team acme'],
    ['GET /bots', 'list bot accounts'],
    ['POST /bots', 'create bot accounts'],
    ['GET /commands', 'see slash commands'],
    ['POST /commands', 'create slash commands'],
    ['PUT /commands/*', 'change slash commands'],
  ])('names the missing right and the remedy when %s is forbidden', async (route, doing) => {
    const stub = await startStub(dialect);
    stub.world.forbiddenRoutes.add(route);
    const failure = register(optionsFor(stub));
    await expect(failure).rejects.toMatchObject({
      name: 'UserError',
      message: expect.stringContaining(doing) as string,
    });
    await expect(failure).rejects.toThrow('Use the token of an administrator');
  });

  test('asks for another token when the server does not accept this one', async () => {
    const stub = await startStub(dialect);
    stub.world.tokens.delete(stub.adminToken);
    await expect(register(optionsFor(stub))).rejects.toThrow('does not accept KCHAT_ADMIN_TOKEN');
  });

  test('points at KCHAT_TEAM when there is no such team', async () => {
    const stub = await startStub(dialect);
    await expect(register(optionsFor(stub, { team: 'other' }))).rejects.toThrow('Correct KCHAT_TEAM');
  });
});

test.each([
  ['POST /teams/*/members', 'Add @euria-welcome to the team'],
  ['POST /users/*/tokens', 'Create a token for @euria-welcome'],
])('without the unpublished route %s a person is told what to do, and the rest is done', async (route, advice) => {
  const stub = await startStub(kchat);
  stub.world.missingRoutes.add(route);
  const report = await register(optionsFor(stub));
  expect(report.byHand).toEqual([expect.stringContaining(advice)]);
  expect(report.commands).toHaveLength(1);
});
