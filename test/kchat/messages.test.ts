import { describe, expect, test } from 'vitest';
import { createChat } from '../../src/kchat/chat.ts';
import { dialects, mattermost } from './stub/dialect.ts';
import { StubProblem } from './stub/router.ts';
import { startStub } from './stub/start.ts';

async function start(dialect: (typeof dialects)[number]) {
  const stub = await startStub(dialect);
  const channel = stub.world.addChannel('town-square');
  const chat = createChat({ url: stub.url, token: stub.botToken });
  return { ...stub, channelId: channel.id, chat };
}

describe.each(dialects)('messages on $name', (dialect) => {
  test('a message posted twice under one key stands there once', async () => {
    const { chat, channelId, world } = await start(dialect);
    const first = await chat.post(channelId, 'Hello', 'delivery-1');
    expect(await chat.post(channelId, 'Hello', 'delivery-1')).toBe(first);
    expect(world.posts.map(({ message }) => message)).toEqual(['Hello']);
  });

  test('different keys are different messages', async () => {
    const { chat, channelId, world } = await start(dialect);
    await chat.post(channelId, 'Hello', 'delivery-1');
    await chat.post(channelId, 'Hello', 'delivery-2');
    expect(world.posts).toHaveLength(2);
  });

  test('the key of a repeat names the bot, so that another installation cannot hit it', async () => {
    const { chat, channelId, world, bot } = await start(dialect);
    await chat.post(channelId, 'Hello', 'delivery-1');
    expect([...world.pendingPosts.keys()]).toEqual([expect.stringMatching(new RegExp(`^${bot.id}:\\d{18}$`))]);
  });

  test('the newest own post with the same text is found', async () => {
    const { chat, channelId, world, bot } = await start(dialect);
    const jane = world.addMember('jane');
    world.addPost(channelId, bot.id, 'Hello');
    const newest = world.addPost(channelId, bot.id, 'Hello');
    world.addPost(channelId, jane.id, 'Hello');
    world.addPost(channelId, bot.id, 'Hello Jane');
    world.addPost(channelId, bot.id, 'Hello', { delete_at: 1 });
    expect(await chat.findOwnPost(channelId, 'Hello', 0)).toBe(newest.id);
  });

  test('an own post older than asked for is not found', async () => {
    const { chat, channelId, world, bot } = await start(dialect);
    const { id, create_at: at } = world.addPost(channelId, bot.id, 'Hello');
    expect(await chat.findOwnPost(channelId, 'Hello', at)).toBe(id);
    expect(await chat.findOwnPost(channelId, 'Hello', at + 1)).toBeUndefined();
  });

  test('an own post is found behind a page of later ones', async () => {
    const { chat, channelId, world, bot } = await start(dialect);
    const jane = world.addMember('jane');
    const own = world.addPost(channelId, bot.id, 'Hello');
    for (let index = 0; index < 250; index += 1) world.addPost(channelId, jane.id, `chatter ${index}`);
    expect(await chat.findOwnPost(channelId, 'Hello', own.create_at)).toBe(own.id);
  });

  test('an empty channel holds no own post', async () => {
    const { chat, channelId } = await start(dialect);
    expect(await chat.findOwnPost(channelId, 'Hello', 0)).toBeUndefined();
  });

  test('a post can be changed', async () => {
    const { chat, channelId, world } = await start(dialect);
    await chat.updatePost(await chat.post(channelId, 'Hello', 'delivery-1'), 'Good-bye');
    expect(world.posts.map(({ message }) => message)).toEqual(['Good-bye']);
  });

  test('an ephemeral post goes to one person', async () => {
    const { chat, channelId, world } = await start(dialect);
    await chat.postEphemeral(channelId, 'jane', 'psst');
    expect(world.ephemeral).toEqual([{ user_id: 'jane', post: { channel_id: channelId, message: 'psst' } }]);
  });

  test('a failure to learn who the bot is does not stick', async () => {
    const { chat, channelId, world, bot } = await start(dialect);
    world.tokens.clear();
    await expect(chat.post(channelId, 'Hello', 'delivery-1')).rejects.toMatchObject({ status: 401 });
    world.tokens.set('bot-token', bot.id);
    await expect(chat.post(channelId, 'Hello', 'delivery-1')).resolves.toEqual(expect.any(String));
  });
});

test('the refusal of a concurrent repeat stays a 500, which is retried', async () => {
  const { chat, channelId, world } = await start(mattermost);
  const id = 'api.post.deduplicate_create_post.pending';
  world.addPost = () => {
    throw new StubProblem(500, id, 'Rejected duplicate post.');
  };
  await expect(chat.post(channelId, 'Hello', 'key')).rejects.toMatchObject({
    name: 'RemoteRefusal',
    status: 500,
    code: id,
  });
});
