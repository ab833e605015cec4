import { describe, expect, test } from 'vitest';
import { createChat } from '../../src/kchat/chat.ts';
import { dialects, kchat, mattermost } from './stub/dialect.ts';
import { startStub } from './stub/start.ts';
import type { Stub } from './stub/start.ts';

function chatOf(stub: Stub) {
  return createChat({ url: stub.url, token: stub.botToken });
}

describe.each(dialects)('people on $name', (dialect) => {
  test('the bot knows itself', async () => {
    const stub = await startStub(dialect);
    await expect(chatOf(stub).identify()).resolves.toMatchObject({ id: stub.bot.id, username: 'helper', isBot: true });
  });

  test('a person is found by id and by address, and both tell the same', async () => {
    const stub = await startStub(dialect);
    const jane = stub.world.addMember('jane', { first_name: 'Jane', last_name: 'Doe', locale: 'fr' });
    const chat = chatOf(stub);
    const expected = {
      id: jane.id,
      username: 'jane',
      firstName: 'Jane',
      lastName: 'Doe',
      email: 'jane@acme.ch',
      locale: 'fr',
      timeZone: undefined,
      infomaniakUserId: undefined,
      isBot: false,
      isGuest: false,
      isDeactivated: false,
      isSystemAdmin: false,
    };
    expect(await chat.user(jane.id)).toEqual(expected);
    expect(await chat.userByEmail('jane@acme.ch')).toEqual(expected);
    expect(await chat.userByName(jane.username)).toEqual(expected);
  });

  test('an address with signs of its own in a URL reaches the server whole', async () => {
    const stub = await startStub(dialect);
    const odd = stub.world.addMember('odd', { email: 'a/b?c#d+e%20@acme.ch' });
    await expect(chatOf(stub).userByEmail('a/b?c#d+e%20@acme.ch')).resolves.toMatchObject({ id: odd.id });
  });

  test('who is not there is undefined, and so is what cannot be an id', async () => {
    const stub = await startStub(dialect);
    const chat = chatOf(stub);
    expect(await chat.user(dialect.newId())).toBeUndefined();
    expect(await chat.user('nonsense')).toBeUndefined();
    expect(await chat.userByEmail('nobody@acme.ch')).toBeUndefined();
    expect(await chat.userByName('nobody')).toBeUndefined();
    expect(await chat.userByName('../me')).toBeUndefined();
    expect(await chat.teamByName('other')).toBeUndefined();
    expect(await chat.teamMembership(stub.world.team.id, dialect.newId())).toBeUndefined();
  });

  test.each(['', '.', '..', 'a/../b', '/a'])('the name %j names nothing and is not even asked for', async (name) => {
    const stub = await startStub(dialect);
    expect(await chatOf(stub).teamByName(name)).toBeUndefined();
    expect(stub.requests).toEqual([]);
  });

  test('a refused token is an error, not an absence', async () => {
    const stub = await startStub(dialect);
    stub.world.tokens.clear();
    await expect(chatOf(stub).userByEmail('jane@acme.ch')).rejects.toMatchObject({ status: 401 });
  });

  test('a team is found by name', async () => {
    const { world, ...stub } = await startStub(dialect);
    const chat = createChat({ url: stub.url, token: stub.botToken });
    expect(await chat.teamByName('acme')).toEqual({ id: world.team.id, name: 'acme', displayName: 'Acme' });
  });

  test.each([
    ['a member', { roles: 'team_user', scheme_user: true }, { isTeamAdmin: false, isGuest: false }],
    ['an administrator by scheme', { scheme_admin: true }, { isTeamAdmin: true, isGuest: false }],
    ['an administrator by role', { roles: 'team_user team_admin' }, { isTeamAdmin: true, isGuest: false }],
    ['a guest by scheme', { scheme_guest: true }, { isTeamAdmin: false, isGuest: true }],
    ['a guest by role', { roles: 'team_guest' }, { isTeamAdmin: false, isGuest: true }],
    ['somebody who left', { delete_at: 1 }, undefined],
  ])('%s of the team is recognised', async (_, membership, expected) => {
    const stub = await startStub(dialect);
    const jane = stub.world.addMember('jane', {}, membership);
    expect(await chatOf(stub).teamMembership(stub.world.team.id, jane.id)).toEqual(expected);
  });

  test('the roster holds everybody once, over all pages', async () => {
    const stub = await startStub(dialect);
    for (let index = 0; index < 400; index += 1) stub.world.addMember(`person-${index}`);
    stub.world.addMember('gone', { delete_at: 1 });
    const roster = await chatOf(stub).roster(stub.world.team.id);
    expect(roster).toHaveLength(403);
    expect(new Set(roster.map(({ id }) => id)).size).toBe(403);
    expect(roster.find(({ username }) => username === 'gone')?.isDeactivated).toBe(true);
    expect(stub.requests).toHaveLength(3);
  });

  test('administrators are the active people with the right in team or server, each once', async () => {
    const stub = await startStub(dialect);
    const admin = { roles: 'team_user team_admin' };
    stub.world.addMember('boss', { roles: 'system_user system_admin' }, admin);
    stub.world.addMember('lead', {}, admin);
    stub.world.addMember('robot', { is_bot: true }, admin);
    stub.world.addMember('former', { delete_at: 1 }, admin);
    stub.world.addMember('jane');
    const found = await chatOf(stub).administrators(stub.world.team.id);
    expect(found.map(({ username }) => username).sort()).toEqual(['boss', 'lead', 'root']);
  });

  test('administrators are nobody where the server does not tell', async () => {
    const stub = await startStub(dialect);
    stub.world.forbiddenRoutes.add('GET /users');
    expect(await chatOf(stub).administrators(stub.world.team.id)).toEqual([]);
  });
});

test('a roster ends although the server ignores the page number', async () => {
  const page = Array.from({ length: 200 }, (_, index) => ({ id: `u${index}` }));
  const fetch = () => Promise.resolve(Response.json(page));
  expect(await createChat({ url: 'http://kchat.test', token: 't', fetch }).roster('team')).toHaveLength(200);
});

test('a route that kChat does not have is a refusal, not an absent person', async () => {
  const stub = await startStub(kchat);
  stub.world.missingRoutes.add('GET /users/email/*');
  await expect(chatOf(stub).userByEmail('jane@acme.ch')).rejects.toMatchObject({ status: 404 });
});

test('a name that Mattermost cannot even route is absent', async () => {
  const stub = await startStub(mattermost);
  stub.world.missingRoutes.add('GET /teams/name/*');
  expect(await chatOf(stub).teamByName('no such name')).toBeUndefined();
});
