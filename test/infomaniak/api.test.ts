import { beforeEach, describe, expect, test, vi } from 'vitest';
import { mayHaveHappened } from '../../src/errors.ts';
import { createApi, type Api } from '../../src/infomaniak/api.ts';
import type { Budget } from '../../src/infomaniak/budget.ts';
import { createHttp } from '../../src/infomaniak/http.ts';
import type { ApiRequest } from '../../src/infomaniak/request.ts';
import type { OnWarning } from '../../src/infomaniak/warning.ts';
import { caught } from './caught.ts';
import { failure, success, useFakeApi } from './fake-api.ts';

const server = useFakeApi();
const pause = vi.fn<Budget['pause']>();
const onWarning = vi.fn<OnWarning>();
const operation = 'POST /1/things';
const request: ApiRequest = { method: 'POST', route: '/1/things', ids: {}, body: {}, priority: 'interactive' };
let api: Api;

beforeEach(() => {
  pause.mockReset();
  onWarning.mockReset();
  api = createApi({
    http: createHttp({ apiUrl: server.current.url, token: 't', timeoutMs: 10_000, fetch }),
    budget: { run: (_operation, _priority, task) => task(), pause },
    onWarning,
    jobPolicy: { reads: 3, everyMs: 1 },
  });
});

describe('the meaning of an answer', () => {
  test('a 2xx that says success is one', async () => {
    server.current.answerWith({ status: 201, body: { result: 'success', data: { id: 1 } } });
    expect(await api(request)).toEqual({ result: 'success', data: { id: 1 } });
    expect(pause).not.toHaveBeenCalled();
  });

  test('an error keeps its status and its code', async () => {
    server.current.answerWith(failure(403, 'ksuite_quota_reached'));
    const error = await caught(api(request));
    expect(error).toMatchObject({ name: 'RemoteRefusal', status: 403, code: 'ksuite_quota_reached', operation });
  });

  test.each(['error', 'failure'])('a 2xx that says %s is a refusal', async (result) => {
    server.current.answerWith({ status: 200, body: { result, error: { code: 'access_denied' } } });
    expect(await caught(api(request))).toMatchObject({ name: 'RemoteRefusal', status: 200, code: 'access_denied' });
  });

  test('an error status that says success is a refusal', async () => {
    server.current.answerWith({ status: 500, body: { result: 'success', data: {} } });
    expect(await caught(api(request))).toMatchObject({ name: 'RemoteRefusal', status: 500, code: undefined });
  });

  test("a proxy's HTML page with an error status is a refusal without words", async () => {
    server.current.answerWith({ status: 502, body: '<html><body>Bad gateway</body></html>' });
    const error = await caught(api(request));
    expect(error).toMatchObject({ name: 'RemoteRefusal', status: 502, description: undefined });
    expect(mayHaveHappened(error)).toBe(true);
  });

  test.each([
    ['HTML', '<html>Sign in</html>'],
    ['broken JSON', '{"result":"success","data":{"url_accept":"https://s3cr3t.test'],
    ['JSON that is no envelope', { id: 1 }],
    ['a result that is not known', { result: 'perhaps', data: {} }],
  ])('a 2xx with %s is unreadable: it may have happened', async (_, body) => {
    server.current.answerWith({ status: 200, body });
    const error = await caught(api(request));
    expect(error).toMatchObject({ name: 'RemoteSilence', reason: 'unreadable_answer', operation });
    expect(error).not.toHaveProperty('cause');
    expect(mayHaveHappened(error)).toBe(true);
  });
});

describe('what is to be done right before sending', () => {
  test('is done when the turn in the budget has come', async () => {
    const order: string[] = [];
    const run: Budget['run'] = (_operation, _priority, task) => (order.push('turn'), task());
    const http = createHttp({ apiUrl: server.current.url, token: 't', timeoutMs: 10_000, fetch });
    server.current.answerWith(success({ id: 1 }));
    const beforeSending = () => {
      order.push(`${server.current.received.length} sent`);
      return Promise.resolve();
    };
    await createApi({ http, budget: { run, pause }, onWarning })({ ...request, beforeSending });
    expect(order).toEqual(['turn', '0 sent']);
    expect(server.current.received).toHaveLength(1);
  });

  test('keeps the request from being sent when it fails', async () => {
    const error = new Error('Somebody else does it');
    expect(await caught(api({ ...request, beforeSending: () => Promise.reject(error) }))).toBe(error);
    expect(server.current.received).toEqual([]);
  });
});

describe('a request to slow down', () => {
  test('is thrown with its delay, pauses everybody, and is not repeated', async () => {
    server.current.answerWith({ status: 429, body: { result: 'error' }, headers: { 'retry-after': '7' } });
    expect(await caught(api(request))).toMatchObject({ status: 429, retryAfterMs: 7000 });
    expect(pause.mock.calls).toEqual([[7000]]);
    expect(server.current.received).toHaveLength(1);
    expect(onWarning).toHaveBeenCalledWith('Infomaniak asked for a pause', { operation, status: 429, pauseMs: 7000 });
  });

  test('may give a date', async () => {
    const headers = { date: 'Mon, 23 Nov 2026 10:00:00 GMT', 'retry-after': 'Mon, 23 Nov 2026 10:00:30 GMT' };
    server.current.answerWith({ status: 429, body: '', headers });
    expect(await caught(api(request))).toMatchObject({ retryAfterMs: 30_000 });
    expect(pause.mock.calls).toEqual([[30_000]]);
  });

  test('without a hint pauses for a minute', async () => {
    server.current.answerWith({ status: 429, body: '' });
    expect(await caught(api(request))).toMatchObject({ status: 429, retryAfterMs: undefined });
    expect(pause.mock.calls).toEqual([[60_000]]);
  });

  test('may come with another error', async () => {
    server.current.answerWith({ status: 503, body: '', headers: { 'retry-after': '2' } });
    expect(await caught(api(request))).toMatchObject({ status: 503, retryAfterMs: 2000 });
    expect(pause.mock.calls).toEqual([[2000]]);
  });

  test('is not read from a success', async () => {
    server.current.answerWith({ status: 200, body: { result: 'success', data: 1 }, headers: { 'retry-after': '9' } });
    await api(request);
    expect(pause).not.toHaveBeenCalled();
  });
});

describe('an answer that names a job', () => {
  const uuid = '5cb09b3c-d03a-11eb-b8bc-0242ac130003';
  const deferred = { status: 202, body: { result: 'asynchronous', data: uuid } };
  const job = (status: string, more: object = {}) => success({ uuid, status, response: null, ...more });

  test('is followed until the job is done', async () => {
    server.current.answerWith(deferred, job('spooled'), job('executed', { response: { id: 9 } }));
    expect(await api(request)).toMatchObject({ data: { id: 9 } });
    const look = `GET /1/async/tasks/${uuid}`;
    expect(server.current.log).toEqual(['POST /1/things', look, look]);
  });

  test('may name it in an object, and answer with an envelope of its own', async () => {
    const response = { result: 'success', data: { id: 9 } };
    server.current.answerWith(
      { status: 200, body: { result: 'asynchronous', data: { uuid } } },
      job('executed', { response }),
    );
    expect(await api(request)).toMatchObject({ data: { id: 9 } });
  });

  test.each([
    ['in its error', job('failed', { error: { code: 'ksuite_quota_reached' } })],
    ['in its response', job('executed', { response: { result: 'error', error: { code: 'ksuite_quota_reached' } } })],
  ])('is refused when the job failed and says so %s', async (_, failed) => {
    server.current.answerWith(deferred, failed);
    const error = await caught(api(request));
    expect(error).toMatchObject({ name: 'RemoteRefusal', code: 'ksuite_quota_reached', operation });
    expect(mayHaveHappened(error)).toBe(true);
  });

  test('is given up as unreadable when the job does not end', async () => {
    server.current.answerWith(deferred, job('running'));
    expect(await caught(api(request))).toMatchObject({ reason: 'unreadable_answer', operation });
    expect(server.current.received).toHaveLength(4);
  });

  test.each([
    ['cannot be read', failure(404, 'object_not_found')],
    ['is no job', success('nothing')],
    ['is another job', deferred],
  ])('is unreadable, not refused, when the job %s', async (_, answer) => {
    server.current.answerWith(deferred, answer);
    expect(await caught(api(request))).toMatchObject({ reason: 'unreadable_answer', operation });
  });

  test('is unreadable when it names none', async () => {
    server.current.answerWith({ status: 202, body: { result: 'success', data: true } });
    expect(await caught(api(request))).toMatchObject({ reason: 'unreadable_answer', operation });
    expect(server.current.received).toHaveLength(1);
  });
});
