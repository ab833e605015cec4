import { describe, expect, test } from 'vitest';
import { createChat } from '../../src/kchat/chat.ts';
import { dialects } from './stub/dialect.ts';
import { startStub } from './stub/start.ts';
import type { Stub } from './stub/start.ts';

function chatOf(stub: Stub) {
  return createChat({ url: stub.url, token: stub.botToken });
}

describe.each(dialects)('channels on $name', (dialect) => {
  test('a channel is found by id and by name', async () => {
    const stub = await startStub(dialect);
    const { id } = stub.world.addChannel('town-square', { display_name: 'General' });
    const teamId = stub.world.team.id;
    const expected = { id, teamId, name: 'town-square', displayName: 'General', isPrivate: false };
    expect(await chatOf(stub).channel(id)).toEqual(expected);
    expect(await chatOf(stub).channelByName(teamId, 'town-square')).toEqual(expected);
  });

  test('private channels are told apart', async () => {
    const stub = await startStub(dialect);
    const { id } = stub.world.addChannel('board', { type: 'P' });
    expect((await chatOf(stub).channel(id))?.isPrivate).toBe(true);
  });

  test('absent and archived channels are undefined', async () => {
    const stub = await startStub(dialect);
    const archived = stub.world.addChannel('old', { delete_at: 1 });
    const chat = chatOf(stub);
    expect(await chat.channel(dialect.newId())).toBeUndefined();
    expect(await chat.channelByName(stub.world.team.id, '../../users')).toBeUndefined();
    expect(await chat.channel(archived.id)).toBeUndefined();
  });

  test('somebody added is a member, and adding again is no error', async () => {
    const stub = await startStub(dialect);
    const { id } = stub.world.addChannel('town-square');
    const jane = stub.world.addMember('jane');
    const chat = chatOf(stub);
    expect(await chat.isChannelMember(id, jane.id)).toBe(false);
    await chat.addToChannel(id, jane.id);
    expect(await chat.isChannelMember(id, jane.id)).toBe(true);
    await chat.addToChannel(id, jane.id);
  });

  test('a refused addition is an error', async () => {
    const stub = await startStub(dialect);
    const { id } = stub.world.addChannel('board', { type: 'P' });
    const jane = stub.world.addMember('jane');
    stub.world.forbiddenRoutes.add('POST /channels/*/members');
    await expect(chatOf(stub).addToChannel(id, jane.id)).rejects.toMatchObject({ status: 403 });
    await expect(chatOf(stub).addToChannel(id, 'nonsense')).rejects.toMatchObject({ name: 'RemoteRefusal' });
  });

  test('the direct channel with a person is the same every time, and the bot asks once who it is', async () => {
    const stub = await startStub(dialect);
    const jane = stub.world.addMember('jane');
    const chat = chatOf(stub);
    const first = await chat.directChannel(jane.id);
    expect(await chat.directChannel(jane.id)).toBe(first);
    expect(stub.requests.filter((request) => request === 'GET /users/me')).toHaveLength(1);
  });
});
