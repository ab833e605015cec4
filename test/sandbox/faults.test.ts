import { expect, test } from 'vitest';
import { call, jane, useSandbox } from './sandbox-client.ts';

const { sandbox, infomaniak, asAdmin, channel } = useSandbox();
const invitations = '/1/accounts/4711/invitations';
const invite = () => infomaniak('POST', invitations, jane);
const created = () => sandbox().world.provider.invitations.length;

test('a fault before the work leaves nothing done, one after it leaves the work done', async () => {
  sandbox().faults.add({ service: 'infomaniak', mode: 'status', status: 503, when: 'before', times: 1 });
  expect([(await invite()).status, created()]).toEqual([503, 0]);
  sandbox().faults.add({ service: 'infomaniak', mode: 'status', when: 'after', times: 1 });
  expect([(await invite()).status, created()]).toEqual([500, 1]);
  expect((await invite()).status).toBe(201);
});

test('a fault hits only its service, method and path', async () => {
  sandbox().faults.add({ service: 'infomaniak', method: 'post', path: '/ksuite$', mode: 'status', when: 'before' });
  expect((await invite()).status).toBe(201);
  expect((await infomaniak('DELETE', `${invitations}/5001/ksuite`)).status).toBe(404);
  expect((await infomaniak('POST', `${invitations}/5001/ksuite`, {})).status).toBe(500);
  expect((await asAdmin('GET', '/users/me')).status).toBe(200);
});

test('429 carries the wanted Retry-After', async () => {
  sandbox().faults.add({ service: 'infomaniak', mode: 'status', status: 429, retryAfter: 7, when: 'before' });
  const { status, headers, body } = await invite();
  expect([status, headers.get('retry-after'), body]).toMatchObject([429, '7', { result: 'error' }]);
});

test('a gateway’s HTML page and cut-off JSON can stand in for an answer', async () => {
  sandbox().faults.add({ service: 'kchat', mode: 'html', when: 'before', times: 1 });
  const page = await asAdmin('GET', '/users/me');
  expect([page.status, page.headers.get('content-type')]).toEqual([502, 'text/html; charset=utf-8']);
  sandbox().faults.add({ service: 'kchat', mode: 'wrong_json', when: 'after', times: 1 });
  const broken = await fetch(`${sandbox().kchatUrl}/api/v4/config/client?format=old`);
  expect([broken.status, broken.headers.get('content-type')]).toEqual([200, 'application/json']);
  await expect(broken.json()).rejects.toThrow(SyntaxError);
});

test('a reset cuts the connection after the work', async () => {
  sandbox().faults.add({ service: 'infomaniak', mode: 'reset', when: 'after', times: 1 });
  await expect(invite()).rejects.toThrow('fetch failed');
  expect(created()).toBe(1);
});

test('a hanging request is never answered, but does not keep the sandbox from closing', async () => {
  sandbox().faults.add({ service: 'infomaniak', mode: 'hang', when: 'after', times: 1 });
  const signal = AbortSignal.timeout(100);
  const headers = { authorization: `Bearer ${sandbox().infomaniakToken}` };
  await expect(fetch(`${sandbox().infomaniakUrl}/2/profile`, { headers, signal })).rejects.toThrow('timeout');
});

test('a slow request is answered after its delay', async () => {
  sandbox().faults.add({ service: 'infomaniak', mode: 'slow', delayMs: 80, when: 'before', times: 1 });
  const start = performance.now();
  expect((await invite()).status).toBe(201);
  expect(performance.now() - start).toBeGreaterThan(75);
});

test('faults are switched over HTTP too, and wrong ones are refused', async () => {
  const faults = `${sandbox().origin}/sandbox/faults`;
  expect((await call(faults, 'POST', { service: 'kchat', mode: 'explode', when: 'before' })).status).toBe(422);
  await call(faults, 'POST', { service: 'kchat', mode: 'status', when: 'before' });
  expect((await asAdmin('GET', '/users/me')).status).toBe(500);
  await call(faults, 'DELETE');
  expect((await asAdmin('GET', '/users/me')).status).toBe(200);
});

test('an observer is waited for before the work and before the answer', async () => {
  const seen: [string, number][] = [];
  const posts = () => sandbox().world.kchat.posts.length;
  const stop = sandbox().observe(async (exchange) => {
    await new Promise(setImmediate);
    seen.push([`${exchange.phase} ${exchange.method} ${exchange.path}`, posts()]);
  });
  const say = () => asAdmin('POST', '/posts', { channel_id: channel('off-topic').id, message: 'Hi' });
  await say();
  stop();
  await say();
  expect(seen).toEqual([
    ['before POST /api/v4/posts', 0],
    ['after POST /api/v4/posts', 1],
  ]);
});

test('an observer can make a request vanish undone', async () => {
  sandbox().observe((exchange) => (exchange.phase === 'before' ? 'lost' : undefined));
  await expect(invite()).rejects.toThrow('fetch failed');
  expect(created()).toBe(0);
});
