import { expect, it, onTestFinished, describe } from 'vitest';
import { startSandbox } from '../../sandbox/start.ts';
import { RemoteRefusal } from '../../src/errors.ts';
import { createChat } from '../../src/kchat/chat.ts';

const file = { name: 'people.csv', mediaType: 'text/csv', content: Buffer.from('﻿name\r\nZoé\r\n') };

async function open(flavor: 'kchat' | 'mattermost') {
  const sandbox = await startSandbox({ flavor });
  onTestFinished(() => sandbox.close());
  const { world, tokens } = sandbox;
  const operations: string[] = [];
  const chat = createChat({
    url: sandbox.kchatUrl,
    token: tokens.member,
    onRequest: ({ operation }) => operations.push(operation),
  });
  const channelId = (name: string) => [...world.kchat.channels.values()].find((one) => one.name === name)?.id ?? '';
  return { chat, world, channelId, operations };
}

describe.each(['kchat', 'mattermost'] as const)('a file on %s', (flavor) => {
  it('comes byte for byte with the message that was posted for it', async () => {
    const { chat, world, channelId, operations } = await open(flavor);
    const postId = await chat.postFile(channelId('off-topic'), 'Here it is.', file, 'key');
    expect(world.kchat.posts.find(({ id }) => id === postId)).toMatchObject({ message: 'Here it is.' });
    const [stored] = [...world.kchat.files.values()].filter((one) => one.post_id === postId);
    expect(stored?.name).toBe('people.csv');
    expect(stored?.bytes).toEqual(file.content);
    expect(operations).toContain('POST /api/v4/files');
  });

  it('is posted once when the same is sent twice', async () => {
    const { chat, channelId } = await open(flavor);
    const first = await chat.postFile(channelId('off-topic'), 'Here it is.', file, 'key');
    expect(await chat.postFile(channelId('off-topic'), 'Here it is.', file, 'key')).toBe(first);
  });

  it('is refused where the bot is not', async () => {
    const { chat } = await open(flavor);
    const refused = chat.postFile('nowhere', 'Here it is.', file, 'key');
    await expect(refused).rejects.toBeInstanceOf(RemoteRefusal);
  });
});
