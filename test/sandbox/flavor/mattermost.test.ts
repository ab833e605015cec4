import { expect, test } from 'vitest';
import { call, useSandbox } from '../sandbox-client.ts';

let time = 1_800_000_000_000;
const { sandbox, asAdmin, asMember, channel, person } = useSandbox({ flavor: 'mattermost', now: () => time });
const id = /^[a-z0-9]{26}$/;
const violations = () => sandbox().world.violations.map((violation) => violation.problem);
const post = (fields: object) =>
  asMember('POST', '/posts', { channel_id: channel('off-topic').id, message: 'Hi', ...fields });

test('ids and tokens have 26 letters and digits', async () => {
  const { body: me } = await asMember('GET', '/users/me');
  const { body: posted } = await post({});
  for (const one of [me.id, posted.id, sandbox().teamId, sandbox().tokens.member]) expect(one).toMatch(id);
});

test('nothing of Infomaniak’s is in accounts and teams', async () => {
  const { body: me } = await asMember('GET', '/users/me');
  expect(me).not.toHaveProperty('user_id');
  expect(me).not.toHaveProperty('team_id');
  expect(me).not.toHaveProperty('is_bot');
  expect(me).toMatchObject({ username: 'max.muster', email: 'max.muster@acme.ch', auth_service: '' });
  const { items } = await asMember('GET', `/users?in_team=${sandbox().teamId}`);
  expect(items.filter((one) => 'user_id' in one)).toEqual([]);
  const { body: team } = await asMember('GET', `/teams/${sandbox().teamId}`);
  expect(team).not.toHaveProperty('account_id');
  expect(team).toMatchObject({ name: 'acme', scheme_id: null });
});

test('the cast is the same as on kChat', () => {
  const names = [...sandbox().world.kchat.people.values()].map((one) => one.username);
  expect(names).toEqual(['pat.keller', 'max.muster', 'olivia.roth', 'gina.ospite', 'dora.weber', 'euria']);
});

test.each([
  ['GET', '/nonsense', 404, 'api.context.404.app_error'],
  ['PATCH', '/posts', 404, 'api.context.404.app_error'],
  ['GET', '/users/0190a1b2-0000-7000-8000-000000000000', 404, 'api.context.404.app_error'],
  ['GET', `/users/${'a'.repeat(26)}`, 404, 'app.user.missing_account.const'],
  ['GET', `/teams/${'a'.repeat(26)}`, 404, 'app.team.get.find.app_error'],
  ['GET', `/channels/${'a'.repeat(26)}`, 404, 'app.channel.get.existing.app_error'],
  ['GET', `/posts/${'a'.repeat(26)}`, 404, 'app.post.get.app_error'],
  ['GET', '/commands?custom_only=true', 403, 'api.context.permissions.app_error'],
])('%s %s answers %i %s', async (method, path, status, error) => {
  const answer = await asMember(method, path, method === 'GET' ? undefined : {});
  expect([answer.status, answer.body.id]).toEqual([status, error]);
  expect(answer.body).toMatchObject({ status_code: status, detailed_error: expect.any(String) as string });
});

test('an unknown route is JSON under the name of plain text', async () => {
  expect((await asMember('GET', '/nonsense')).headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect((await asMember('GET', '/users/me')).headers.get('content-type')).toBe('application/json');
});

test('a token that is none answers with the server’s own error', async () => {
  const { status, body } = await call(`${sandbox().kchatUrl}/api/v4/users/me`, 'GET', undefined, 'nonsense');
  expect([status, body.id]).toEqual([401, 'api.context.session_expired.app_error']);
});

test('an undocumented field is refused and recorded, a wrong one only refused', async () => {
  expect((await post({ silent: true })).body).toMatchObject({ id: 'api.context.invalid_body_param.app_error' });
  expect(violations()).toEqual(['silent: prohibited']);
  expect((await post({ message: 5 })).status).toBe(400);
  expect(violations()).toHaveLength(1);
});

test('a post may have any props, any pending_post_id, and no words', async () => {
  const props = { disable_mentions: true, source: 'test' };
  const first = await post({ props, pending_post_id: 'welcome-1', message: '' });
  expect([first.status, first.body]).toMatchObject([201, { props }]);
  expect((await post({ pending_post_id: 'welcome-1' })).body.id).toBe(first.body.id);
});

test('a thread is answered by its first post only', async () => {
  const { body: root } = await post({});
  const { body: reply } = await post({ root_id: root.id });
  const { status, body } = await post({ root_id: reply.id });
  expect([status, body.id]).toEqual([400, 'api.post.create_post.root_id.app_error']);
});

test('a new direct channel refuses posts for a moment', async () => {
  const ids = [person('max.muster').id, person('olivia.roth').id];
  const { body: direct } = await asMember('POST', '/channels/direct', ids);
  const send = async () => (await post({ channel_id: direct.id })).status;
  expect(await send()).toBe(403);
  time += 50;
  expect(await send()).toBe(201);
});

test('a command is created whole, and a built-in or used trigger refused by name', async () => {
  const command = { team_id: sandbox().teamId, method: 'P', trigger: 'kinvite', url: 'http://127.0.0.1:1/' };
  const created = await asAdmin('POST', '/commands', { ...command, auto_complete: true, display_name: 'Invite' });
  expect([created.status, created.body]).toMatchObject([201, { auto_complete: true, display_name: 'Invite' }]);
  for (const trigger of ['invite', 'kinvite']) {
    const { status, body } = await asAdmin('POST', '/commands', { ...command, trigger });
    expect([status, body.id]).toEqual([400, 'api.command.duplicate_trigger.app_error']);
  }
  expect((await asAdmin('POST', '/commands', { ...command, trigger: 'marketplace' })).status).toBe(201);
});

test('the configuration names no address of a WebSocket', async () => {
  const { body } = await call(`${sandbox().kchatUrl}/api/v4/config/client?format=old`, 'GET');
  expect(body).toMatchObject({ WebsocketURL: '', SiteURL: sandbox().origin });
});

test('a fault is worded as this server words errors', async () => {
  sandbox().faults.add({ service: 'kchat', mode: 'status', status: 503, when: 'before', times: 1 });
  expect((await asMember('GET', '/users/me')).body).toMatchObject({ status_code: 503 });
});

test('guests can’t be invited without a licence, whoever asks for whatever', async () => {
  for (const as of [asAdmin, asMember]) {
    const { status, body } = await as('POST', `/teams/${'a'.repeat(26)}/invite-guests/email?graceful=true`, {});
    expect([status, body.id]).toEqual([501, 'api.team.invite_guests_to_channels.license.error']);
  }
  const { body: config } = await call(`${sandbox().kchatUrl}/api/v4/config/client?format=old`, 'GET');
  expect(config).toMatchObject({ EnableGuestAccounts: 'false', BuildEnterpriseReady: 'false' });
});
