import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../sandbox/start.ts';
import { createChat } from '../../src/kchat/chat.ts';
import { until } from '../support/until.ts';

const content = Buffer.from([0xef, 0xbb, 0xbf, 0x65, 0xff, 0x00, 0x0a]);

async function open(flavor: 'kchat' | 'mattermost') {
  const sandbox = await startSandbox({ flavor });
  onTestFinished(() => sandbox.close());
  const { tokens, kchatUrl: url } = sandbox;
  const chat = createChat({ url, token: tokens.member });
  const admin = createChat({ url, token: tokens.admin });
  const own = await chat.identify();
  const teamId = (await chat.teamByName(sandbox.teamName))?.id ?? '';
  const channelId = await admin.directChannel(own.id);
  const file = { name: 'people.csv', mediaType: 'text/csv', content };
  // A fresh direct channel of Mattermost refuses posts for a moment.
  const send = () =>
    until('the channel to take posts', () =>
      admin.postFile(channelId, 'Here', file, randomUUID()).catch(() => undefined),
    );
  return { sandbox, chat, admin, teamId, channelId, send };
}

describe.each(['kchat', 'mattermost'] as const)('what somebody sends on %s', (flavor) => {
  it('is found in the direct channel, described, and read byte for byte', async () => {
    const { chat, admin, channelId, send } = await open(flavor);
    const postId = await send();
    await admin.post(channelId, 'No file', 'other-key');
    const userId = (await admin.identify()).id;
    const post = { id: postId, channelId, userId, fileIds: [expect.any(String)] };
    const [found, ...others] = await chat.postsWithFiles(channelId, 0);
    expect([found, others]).toEqual([post, []]);
    expect(await chat.readPost(postId)).toEqual(post);
    const fileId = found?.fileIds[0] ?? '';
    const info = { id: fileId, name: 'people.csv', mediaType: 'text/csv; charset=utf-8', size: content.length };
    expect(await chat.fileInfo(fileId)).toEqual(info);
    expect(await chat.readFile(fileId, 100)).toEqual(content);
    expect(await chat.readFile(fileId, 3)).toEqual(content.subarray(0, 4));
  });

  it('is no longer there once it is deleted, and what never was is not there either', async () => {
    const { sandbox, chat, channelId, send } = await open(flavor);
    const postId = await send();
    const [found] = await chat.postsWithFiles(channelId, 0);
    const fileId = found?.fileIds[0] ?? '';
    const headers = { authorization: `Bearer ${sandbox.tokens.admin}` };
    await fetch(`${sandbox.kchatUrl}/api/v4/posts/${postId}`, { method: 'DELETE', headers });
    expect(await chat.postsWithFiles(channelId, 0)).toEqual([]);
    expect(await chat.readPost(postId)).toBeUndefined();
    expect(await chat.fileInfo(fileId)).toBeUndefined();
    expect(await chat.readFile(fileId, 100)).toBeUndefined();
    expect(await chat.readFile('../users/me', 100)).toBeUndefined();
  });

  it('shows among the direct channels when it came', async () => {
    const { sandbox, chat, teamId, channelId, send } = await open(flavor);
    const before = Date.now();
    await send();
    const direct = (await chat.directChannels(teamId)).find(({ id }) => id === channelId);
    expect(direct?.lastPostAt).toBeGreaterThanOrEqual(before);
    const names = [...sandbox.world.kchat.channels.values()].filter(({ type }) => type !== 'D').map(({ id }) => id);
    expect((await chat.directChannels(teamId)).filter(({ id }) => names.includes(id))).toEqual([]);
  });

  it('is also seen on a server that lists channels by team only', async () => {
    const { sandbox, chat, teamId, channelId } = await open(flavor);
    sandbox.faults.add({
      service: 'kchat',
      path: '/users/[^/]+/channels$',
      mode: 'status',
      status: 404,
      when: 'before',
    });
    expect((await chat.directChannels(teamId)).map(({ id }) => id)).toContain(channelId);
  });
});

it('a file without end is left after the bytes that are wanted', async () => {
  let sent = 0;
  const server = createServer((_request, response) => {
    const more = setInterval(() => {
      sent += response.destroyed ? 0 : 1;
      response.write(Buffer.alloc(64 * 1024));
    }, 1);
    response.on('close', () => {
      clearInterval(more);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const chat = createChat({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token: 'token' });
  expect(await chat.readFile('file', 100_000)).toHaveLength(100_001);
  expect(sent).toBeLessThan(100);
});
