import { expect, test } from 'vitest';
import { createChat } from '../../src/kchat/chat.ts';
import { startRawServer } from './raw-server.ts';

/** A chat on a server that answers everything with one status, and what happened in which order. */
async function chatAnswering(status: number) {
  const url = await startRawServer((_, response) => response.writeHead(status).end('{"message":"no"}'));
  const happened: string[] = [];
  const onTokenRefused = async () => {
    await new Promise(setImmediate);
    happened.push('told');
  };
  return { url, happened, chat: createChat({ url, token: 'secret-token', onTokenRefused }) };
}

test('a 401 to the token is told of, before the caller gets the refusal', async () => {
  const { chat, happened } = await chatAnswering(401);
  await chat.identify().catch(() => happened.push('refused'));
  expect(happened).toEqual(['told', 'refused']);
});

test('any other refusal is not told of', async () => {
  const { chat, happened } = await chatAnswering(403);
  await expect(chat.identify()).rejects.toMatchObject({ status: 403 });
  expect(happened).toEqual([]);
});

test('a 401 to a late answer, which carries no token, is not told of', async () => {
  const { chat, url, happened } = await chatAnswering(401);
  await expect(chat.replyLate(`${url}/hooks/commands/abc`, 'Done')).rejects.toMatchObject({ status: 401 });
  expect(happened).toEqual([]);
});
