import { expect, test } from 'vitest';
import { call, useSandbox } from './sandbox-client.ts';

const { sandbox, asAdmin, asMember, channel } = useSandbox();
const violations = () => sandbox().world.violations.map((violation) => violation.problem);

test('an unknown route answers 404 in words and is recorded', async () => {
  const { status, body } = await asAdmin('GET', '/system/ping');
  expect([status, body]).toEqual([404, { message: 'The route api/v4/system/ping could not be found.' }]);
  expect(violations()).toEqual(['no such route']);
});

test('an unknown method on a known route answers 405 and is recorded', async () => {
  expect((await asAdmin('PATCH', '/posts', {})).status).toBe(405);
  expect(violations()).toEqual(['no such method on this route']);
});

test('there is no WebSocket route', async () => {
  expect((await asAdmin('GET', '/websocket')).status).toBe(404);
});

test('an undocumented body field answers 422 and is recorded', async () => {
  const { id } = channel('off-topic');
  const { status, body } = await asAdmin('POST', '/posts', { channel_id: id, message: 'Hi', silent: true });
  expect(status).toBe(422);
  expect(body.errors).toHaveProperty('silent');
  expect(violations()).toEqual(['silent: prohibited']);
});

test('an undocumented query parameter answers 422 and is recorded', async () => {
  expect((await asAdmin('GET', '/users?limit=5')).status).toBe(422);
  expect(violations()).toEqual(['limit: prohibited']);
});

test('a documented field with a wrong value answers 422 but is no violation', async () => {
  expect((await asAdmin('GET', '/users?per_page=201')).status).toBe(422);
  expect(violations()).toEqual([]);
});

test('a missing or wrong token answers 401 in the one shape kChat has for it', async () => {
  const { status, body } = await call(`${sandbox().kchatUrl}/api/v4/users/me`, 'GET', undefined, 'nonsense');
  expect([status, body]).toEqual([401, { message: 'Unauthorized' }]);
});

test('JSON is labelled without a charset', async () => {
  expect((await asAdmin('GET', '/users/me')).headers.get('content-type')).toBe('application/json');
});

test('errors are French unless English is asked for', async () => {
  const response = await fetch(`${sandbox().kchatUrl}/api/v4/posts`, {
    method: 'POST',
    headers: { authorization: `Bearer ${sandbox().tokens.admin}`, 'content-type': 'application/json' },
    body: '{}',
  });
  expect(await response.json()).toMatchObject({ message: 'Le champ channel_id est obligatoire.' });
});

test('a member may not do what takes an administrator', async () => {
  const { id: userId } = (await asMember('GET', '/users/me')).body;
  const post = { channel_id: channel('off-topic').id, message: 'psst' };
  expect((await asMember('POST', '/posts/ephemeral', { user_id: userId, post })).status).toBe(403);
  expect((await asMember('GET', `/commands?team_id=${sandbox().teamId}`)).status).toBe(403);
  expect((await asMember('POST', '/bots', { username: 'helper' })).status).toBe(403);
  expect((await asMember('PUT', `/users/${userId}/roles`, { roles: 'system_admin' })).status).toBe(403);
});

test('a deactivated person’s token is worth nothing', async () => {
  const { world, tokens } = sandbox();
  const person = world.kchat.people.get(world.kchat.tokens.get(tokens.member) ?? '');
  if (person) person.delete_at = 1;
  expect((await asMember('GET', '/users/me')).status).toBe(401);
});
