import { describe, expect, test, vi } from 'vitest';
import { RemoteSilence } from '../../src/errors.ts';
import { createHttp, type HttpOptions } from '../../src/infomaniak/http.ts';
import type { ApiRequest } from '../../src/infomaniak/request.ts';
import { caught } from './caught.ts';
import { FakeApi, useFakeApi, success } from './fake-api.ts';

const api = useFakeApi();
const request: ApiRequest = {
  method: 'POST',
  route: '/1/accounts/{account}/invitations',
  ids: { account: 77 },
  query: { search: 'jane@acme.ch' },
  body: { email: 'jane@acme.ch' },
  priority: 'interactive',
};
const operation = 'POST /1/accounts/{account}/invitations';

function http(options: Partial<HttpOptions> = {}) {
  return createHttp({ apiUrl: api.current.url, token: 's3cr3t', timeoutMs: 10_000, fetch, ...options });
}

test('a request carries the token, asks for JSON and sends its body as JSON', async () => {
  const answer = await http()(request);
  expect(answer).toMatchObject({ status: 200, body: '{"result":"success","data":true}' });
  expect(api.current.received).toMatchObject([
    {
      method: 'POST',
      path: '/1/accounts/77/invitations',
      headers: { authorization: 'Bearer s3cr3t', accept: 'application/json', 'content-type': 'application/json' },
      body: { email: 'jane@acme.ch' },
    },
  ]);
});

test('a redirect is an answer and is not followed', async () => {
  const elsewhere = `${api.current.url}/elsewhere`;
  api.current.answerWith({ status: 302, body: '', headers: { location: elsewhere } }, success(true));
  expect(await http()(request)).toMatchObject({ status: 302 });
  expect(api.current.received).toHaveLength(1);
});

describe('when no complete answer comes', () => {
  test('a refused connection means that nothing was sent', async () => {
    const gone = new FakeApi();
    await gone.start();
    const apiUrl = gone.url;
    await gone.stop();
    expect(await caught(http({ apiUrl })(request))).toMatchObject({
      name: 'RemoteSilence',
      reason: 'connection_failed',
    });
  });

  test('a name that does not resolve means that nothing was sent', async () => {
    const cause = Object.assign(new Error('not found'), { syscall: 'getaddrinfo', code: 'ENOTFOUND' });
    const failing = () => Promise.reject(new TypeError('fetch failed', { cause }));
    const error = await caught(http({ fetch: failing })(request));
    expect(error).toMatchObject({ reason: 'connection_failed', cause: { message: 'ENOTFOUND' } });
  });

  test('only when every address of the host refused is it certain that nothing was sent', async () => {
    const refused = Object.assign(new Error('refused'), { syscall: 'connect', code: 'ECONNREFUSED' });
    const reset = Object.assign(new Error('reset'), { syscall: 'read', code: 'ECONNRESET' });
    const failing =
      (...errors: Error[]): HttpOptions['fetch'] =>
      () =>
        Promise.reject(new TypeError('fetch failed', { cause: new AggregateError(errors) }));
    expect(await caught(http({ fetch: failing(refused, refused) })(request))).toMatchObject({
      reason: 'connection_failed',
    });
    expect(await caught(http({ fetch: failing(refused, reset) })(request))).toMatchObject({
      reason: 'connection_lost',
    });
  });

  test('a connection that is reset before the answer may have done its work', async () => {
    api.current.answerWith((response) => response.destroy());
    expect(await caught(http()(request))).toMatchObject({ reason: 'connection_lost', operation });
  });

  test('so may one that is reset in the middle of the answer', async () => {
    api.current.answerWith((response) => {
      response.writeHead(201, { 'content-length': '1000' });
      response.write('{"result":"succ', () => response.destroy());
    });
    expect(await caught(http()(request))).toMatchObject({ reason: 'connection_lost' });
  });

  test('a server that never answers is given up after the time-out', async () => {
    api.current.answerWith(() => undefined);
    expect(await caught(http({ timeoutMs: 30 })(request))).toMatchObject({ reason: 'timeout' });
  });

  test('the time-out covers the body too', async () => {
    api.current.answerWith((response) => response.writeHead(200).write('{"result":'));
    expect(await caught(http({ timeoutMs: 30 })(request))).toMatchObject({ reason: 'timeout' });
  });

  test('an answer without an end is left off, and counts as unreadable', async () => {
    api.current.answerWith((response) => {
      const chunk = 'x'.repeat(64 * 1024);
      const send = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', send);
      send();
    });
    expect(await caught(http()(request))).toMatchObject({ reason: 'unreadable_answer', operation });
  });

  test('stopping breaks off what is under way', async () => {
    const stop = new AbortController();
    api.current.answerWith(() => {
      stop.abort();
    });
    expect(await caught(http({ signal: stop.signal })(request))).toMatchObject({ reason: 'connection_lost' });
  });

  test('neither the token nor an address nor a link gets into the error', async () => {
    api.current.answerWith((response) => response.destroy());
    const errors = [
      await caught(http()(request)),
      // Node quotes a header that it cannot send.
      await caught(http({ token: 's3cr3t\n!' })(request)),
      await caught(http({ apiUrl: 'not-a-url' })(request)),
    ];
    for (const error of errors) {
      expect(error).toBeInstanceOf(RemoteSilence);
      const { message, cause } = error as RemoteSilence;
      expect(`${message} ${String(cause)}`).not.toMatch(/s3cr3t|jane|http:/);
    }
  });
});

describe('observation', () => {
  test('every request is reported with its operation, status and duration', async () => {
    const onRequest = vi.fn<NonNullable<HttpOptions['onRequest']>>();
    api.current.answerWith({ status: 503, body: '' });
    await http({ onRequest })(request);
    expect(onRequest.mock.calls).toEqual([[{ operation, status: 503, durationMs: expect.any(Number) as number }]]);
  });

  test('also one that was not answered, without a status', async () => {
    const onRequest = vi.fn<NonNullable<HttpOptions['onRequest']>>();
    api.current.answerWith((response) => response.destroy());
    await caught(http({ onRequest })(request));
    expect(onRequest.mock.calls).toMatchObject([[{ operation, status: undefined }]]);
  });
});
