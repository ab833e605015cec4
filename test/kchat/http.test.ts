import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { mayHaveHappened } from '../../src/errors.ts';
import { createChat } from '../../src/kchat/chat.ts';
import { createHttp, type ObservedRequest } from '../../src/kchat/http.ts';
import type { Chat } from '../../src/ports/chat.ts';
import { startRawServer } from './raw-server.ts';

function identifyAt(url: string, timeoutMs = 5000): Promise<unknown> {
  return createChat({ url, token: 'secret-token', timeoutMs }).identify();
}

describe('a refusal', () => {
  test('keeps the status that the body lacks, and what kChat said about each field', async () => {
    const url = await startRawServer((_, response) => {
      response.writeHead(422, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ id: 'validation', message: 'Refused', errors: { props: ['Must be an array'] } }));
    });
    await expect(identifyAt(url)).rejects.toMatchObject({
      name: 'RemoteRefusal',
      service: 'kChat',
      status: 422,
      code: 'validation',
      description: 'Refused',
      fields: { props: 'Must be an array' },
    });
  });

  test('in the style of Infomaniak keeps its code and words', async () => {
    const body = JSON.stringify({ result: 'error', error: { code: 'not_authorized', description: 'No access' } });
    const url = await startRawServer((_, response) => response.writeHead(403).end(body));
    await expect(identifyAt(url)).rejects.toMatchObject({
      status: 403,
      code: 'not_authorized',
      description: 'No access',
    });
  });

  test('survives an HTML maintenance page with its status and the wait it asks for', async () => {
    const url = await startRawServer((_, response) => {
      response.writeHead(503, { 'content-type': 'text/html', 'retry-after': '7' }).end('<h1>Maintenance</h1>');
    });
    const refusal = { name: 'RemoteRefusal', status: 503, code: undefined, description: undefined, retryAfterMs: 7000 };
    await expect(identifyAt(url)).rejects.toMatchObject(refusal);
  });

  test('stands for a redirect, which is not followed, so that the token stays here', async () => {
    const visits: string[] = [];
    const elsewhere = await startRawServer((request, response) => {
      visits.push(request.url ?? '');
      response.end('{}');
    });
    const url = await startRawServer((_, response) => response.writeHead(302, { location: elsewhere }).end());
    await expect(identifyAt(url)).rejects.toMatchObject({ name: 'RemoteRefusal', status: 302 });
    expect(visits).toEqual([]);
  });
});

describe('a silence', () => {
  test('is a time-out when the answer takes too long', async () => {
    const url = await startRawServer(() => undefined);
    await expect(identifyAt(url, 50)).rejects.toMatchObject({ name: 'RemoteSilence', reason: 'timeout' });
  });

  test('is a time-out as well when the answer stops half-way', async () => {
    const url = await startRawServer((_, response) => response.writeHead(200).write('{"id":'));
    await expect(identifyAt(url, 200)).rejects.toMatchObject({ name: 'RemoteSilence', reason: 'timeout' });
  });

  test('counts as nothing sent only when no connection stood', async () => {
    const free = createServer();
    await new Promise<void>((resolve) => free.listen(0, '127.0.0.1', resolve));
    const { port } = free.address() as AddressInfo;
    await new Promise((resolve) => free.close(resolve));
    const error: unknown = await identifyAt(`http://127.0.0.1:${port}`).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'RemoteSilence', reason: 'connection_failed' });
    expect(mayHaveHappened(error)).toBe(false);
  });

  test('leaves open what happened when the connection breaks after the request', async () => {
    const url = await startRawServer((request) => request.socket.destroy());
    const error: unknown = await identifyAt(url).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'RemoteSilence', reason: 'connection_lost' });
    expect(mayHaveHappened(error)).toBe(true);
  });

  test.each([
    ['is no JSON', '<html></html>', 'GET /api/v4/users/me'],
    ['lacks what we need', '{"username":"x"}', 'reading a user'],
    ['is empty', '', 'reading a user'],
  ])('is an unreadable answer when a success %s', async (_, body, operation) => {
    const url = await startRawServer((_request, response) => response.writeHead(200).end(body));
    const silence = { name: 'RemoteSilence', reason: 'unreadable_answer', operation };
    await expect(identifyAt(url)).rejects.toMatchObject(silence);
  });
});

test.each(['jane@acme.ch', 'a\nb', 'x'.repeat(121)])('a code that is none stays out of the error: %j', async (id) => {
  const url = await startRawServer((_, response) => response.writeHead(400).end(JSON.stringify({ id })));
  const error: unknown = await identifyAt(url).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name: 'RemoteRefusal', status: 400, code: undefined });
  expect((error as Error).message).not.toContain(id);
});

test('what kChat says in words is one line without control characters', async () => {
  const message = 'no\u001b[31m\nroom\u009b for you';
  const url = await startRawServer((_, response) => response.writeHead(400).end(JSON.stringify({ message })));
  await expect(identifyAt(url)).rejects.toMatchObject({ description: 'no [31m room  for you' });
});

test('an answer without an end is left off, and counts as unreadable', async () => {
  let sent = 0;
  const url = await startRawServer((_, response) => {
    const chunk = 'x'.repeat(64 * 1024);
    const send = () => {
      while (!response.destroyed && response.write(chunk)) sent += chunk.length;
    };
    response.on('drain', send);
    send();
  });
  await expect(identifyAt(url)).rejects.toMatchObject({ name: 'RemoteSilence', reason: 'unreadable_answer' });
  expect(sent).toBeLessThan(64 * 1024 * 1024);
});

test.each([
  ['the client library’s', (chat: Chat) => chat.identify()],
  ['a late answer’s', (chat: Chat, url: string) => chat.replyLate(`${url}/hooks/commands/abc`, 'Done')],
  [
    'a form’s',
    (_: Chat, url: string) => createHttp({})({ method: 'post', url, operation: 'a form', form: new URLSearchParams() }),
  ],
])('asks for JSON in English, in %s request', async (_, request) => {
  const seen: unknown[] = [];
  const url = await startRawServer(({ headers }, response) => {
    seen.push([headers.accept, headers['accept-language']]);
    response.end('{"id":"u1"}');
  });
  await request(createChat({ url, token: 'secret-token' }), url);
  expect(seen).toEqual([['application/json', 'en']]);
});

test('reads JSON whatever charset the content type names', async () => {
  const url = await startRawServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end('{"id":"u1","username":"bot"}');
  });
  await expect(identifyAt(url)).resolves.toMatchObject({ id: 'u1', username: 'bot' });
});

test('observes every request by route, without ids, addresses or tokens', async () => {
  const seen: ObservedRequest[] = [];
  const url = await startRawServer((_, response) => response.writeHead(404).end('{}'));
  const chat = createChat({ url, token: 'secret-token', onRequest: (request) => seen.push(request) });
  await chat.userByEmail('jane@acme.ch');
  await chat.teamMembership('team-1', 'user-1');
  expect(seen).toMatchObject([
    { operation: 'GET /api/v4/users/email/{}', status: 404 },
    { operation: 'GET /api/v4/teams/{}/members/{}', status: 404 },
  ]);
  expect(seen.every(({ durationMs }) => durationMs > 0)).toBe(true);
  expect(JSON.stringify(seen)).not.toMatch(/jane|team-1|user-1|secret/);
});

test('observes a request without an answer, too', async () => {
  const seen: ObservedRequest[] = [];
  const url = await startRawServer((request) => request.socket.destroy());
  const chat = createChat({ url, token: 'secret-token', onRequest: (request) => seen.push(request) });
  await expect(chat.identify()).rejects.toThrow('connection_lost');
  expect(seen).toMatchObject([{ operation: 'GET /api/v4/users/me', status: undefined }]);
});
