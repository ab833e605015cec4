import mattermost from '@mattermost/client';
import { expect, test, vi } from 'vitest';
import { newTrigger } from '../../../sandbox/kchat/dialogs/trigger-id.ts';
import { until } from '../../support/until.ts';
import { call, useSandbox } from '../sandbox-client.ts';
import { listenAt, type Ear, type Message } from './ear.ts';

const { sandbox, asAdmin, asMember, channel, person } = useSandbox({ flavor: 'mattermost' });
const address = () => `${sandbox().origin.replace('http', 'ws')}/api/v4/websocket`;
const arrive = async (name: string) => {
  const walkIn = { first_name: name, last_name: 'Berg', email: `${name.toLowerCase()}@acme.ch` };
  return (await call(`${sandbox().origin}/sandbox/walk-in`, 'POST', walkIn)).body.kchat_user_id ?? '';
};

/** Somebody who has signed in. */
async function listenAs(token: string): Promise<Ear> {
  const ear = await listenAt(address(), { headers: { authorization: `Bearer ${token}` } });
  await ear.message({ event: 'hello' });
  return ear;
}

/** Answered after everything that was sent before. */
async function roundTrip(ear: Ear): Promise<void> {
  const seq = 1000 + ear.messages.length;
  ear.say({ seq, action: 'ping' });
  await ear.message({ seq_reply: seq });
}

const field = (message: Message | undefined, name: string) => (message?.data as Message | undefined)?.[name];
const inside = (message: Message | undefined, name: string) => JSON.parse(String(field(message, name))) as Message;
const nobody = { omit_users: null, user_id: '', channel_id: '', team_id: '' };

test('signing in by challenge is greeted first and then confirmed', async () => {
  const ear = await listenAt(address());
  ear.say({ seq: 1, action: 'authentication_challenge', data: { token: sandbox().tokens.member } });
  await ear.message({ seq_reply: 1 });
  expect(ear.messages).toEqual([
    {
      event: 'hello',
      data: { connection_id: expect.any(String) as string, server_version: expect.any(String) as string },
      broadcast: { ...nobody, user_id: person('max.muster').id },
      seq: 0,
    },
    { status: 'OK', seq_reply: 1 },
  ]);
});

test('a wrong token, or words that are no JSON, end the connection at once', async () => {
  const wrong = await listenAt(address());
  wrong.say({ seq: 1, action: 'authentication_challenge', data: { token: 'nonsense' } });
  expect(await wrong.closed).toBe(1006);
  expect(wrong.messages).toEqual([]);
  const babbling = await listenAs(sandbox().tokens.member);
  babbling.say('hello?');
  expect(await babbling.closed).toBe(1006);
});

test('whoever has not signed in hears nothing', async () => {
  const [silent, ear] = [await listenAt(address()), await listenAs(sandbox().tokens.member)];
  silent.say({ seq: 1, action: 'ping' });
  await arrive('Wanda');
  await roundTrip(ear);
  silent.say({ seq: 2, action: 'authentication_challenge', data: { token: sandbox().tokens.member } });
  await silent.message({ seq_reply: 2 });
  expect(silent.messages.map(({ event }) => event)).toEqual(['hello', undefined]);
});

test('requests are answered under their number, unknown ones with an error', async () => {
  const ear = await listenAs(sandbox().tokens.member);
  ear.say({ seq: 2, action: 'ping' });
  ear.say({ seq: 3, action: 'dance' });
  ear.say({ action: 'ping' });
  ear.say({ seq: 5 });
  expect(await ear.message({ seq_reply: 5 })).toMatchObject({
    error: { id: 'api.web_socket_router.no_action.app_error' },
  });
  expect(ear.messages.slice(1, 4)).toMatchObject([
    { status: 'OK', seq_reply: 2, data: { text: 'pong' } },
    { status: 'FAIL', seq_reply: 3, error: { id: 'api.web_socket_router.bad_action.app_error' } },
    { status: 'FAIL', error: { id: 'api.web_socket_router.bad_seq.app_error' } },
  ]);
});

test('an arrival is told to everybody as a new account, then per default channel, and to the arrived as added', async () => {
  const ear = await listenAs(sandbox().tokens.member);
  const id = await arrive('Wanda');
  await roundTrip(ear);
  const events = ear.messages.filter(({ event }) => event !== undefined);
  expect(events.map(({ event, seq }) => [event, seq])).toEqual([
    ['hello', 0],
    ['new_user', 1],
    ['posted', 2],
    ['user_added', 3],
    ['posted', 4],
    ['user_added', 5],
  ]);
  expect(events[1]).toEqual({ event: 'new_user', data: { user_id: id }, broadcast: nobody, seq: 1 });
  expect(events[3]).toEqual({
    event: 'user_added',
    data: { team_id: sandbox().teamId, user_id: id },
    broadcast: { ...nobody, channel_id: channel('town-square').id },
    seq: 3,
  });
  expect(inside(events[2], 'post')).toMatchObject({ type: 'system_join_team', user_id: id, participants: null });
  expect(field(events[2], 'sender_name')).toBe('System');
});

test('somebody who is added to the team hears of it, and nobody else does', async () => {
  const other = await listenAs(sandbox().tokens.member);
  const { body: bot } = await asAdmin('POST', '/bots', { username: 'greeter' });
  const { body: token } = await asAdmin('POST', `/users/${bot.user_id}/tokens`, { description: 'test' });
  const ear = await listenAs(token.token);
  await asAdmin('POST', `/teams/${sandbox().teamId}/members`, { team_id: sandbox().teamId, user_id: bot.user_id });
  await Promise.all([roundTrip(ear), roundTrip(other)]);
  expect(ear.heard('added_to_team')).toMatchObject([{ data: { team_id: sandbox().teamId, user_id: bot.user_id } }]);
  expect(other.heard('added_to_team')).toEqual([]);
  expect(other.heard('new_user')).toEqual([]);
});

test('a post is told to the members of its channel, as a text inside the JSON, and its changes too', async () => {
  const ear = await listenAs(sandbox().tokens.member);
  const { id } = channel('marketing');
  await asAdmin('POST', '/posts', { channel_id: channel('board').id, message: 'Secret' });
  const { body: post } = await asAdmin('POST', '/posts', { channel_id: id, message: 'Ask @max.muster' });
  await asAdmin('PUT', `/posts/${post.id}/patch`, { message: 'Ask Max' });
  await asAdmin('DELETE', `/posts/${post.id}`);
  await roundTrip(ear);
  expect(ear.heard('posted')).toHaveLength(1);
  const [posted] = ear.heard('posted');
  expect(posted).toMatchObject({
    data: { channel_name: 'marketing', channel_type: 'O', sender_name: '@pat.keller', team_id: sandbox().teamId },
    broadcast: { ...nobody, channel_id: id },
  });
  expect(inside(posted, 'post')).toMatchObject({ id: post.id, message: 'Ask @max.muster', parent_id: '' });
  expect(inside(posted, 'mentions')).toEqual([person('max.muster').id]);
  expect(inside(ear.heard('post_edited')[0], 'post')).toMatchObject({ message: 'Ask Max' });
  expect(inside(ear.heard('post_deleted')[0], 'post')).toMatchObject({ id: post.id });
});

test('a private post and changed roles are told to the one person', async () => {
  const [ear, admin] = [await listenAs(sandbox().tokens.member), await listenAs(sandbox().tokens.admin)];
  const { id } = person('max.muster');
  await asAdmin('POST', '/posts/ephemeral', {
    user_id: id,
    post: { channel_id: channel('marketing').id, message: 'x' },
  });
  await asAdmin('PUT', `/users/${id}/roles`, { roles: 'system_user system_admin' });
  await asAdmin('PUT', `/teams/${sandbox().teamId}/members/${id}/roles`, { roles: 'team_user team_admin' });
  await Promise.all([roundTrip(ear), roundTrip(admin)]);
  const [shown] = ear.heard('ephemeral_message');
  expect(inside(shown, 'post')).toMatchObject({
    type: 'system_ephemeral',
    message: 'x',
    user_id: person('pat.keller').id,
  });
  expect(ear.heard('user_role_updated')).toMatchObject([{ data: { user_id: id, roles: 'system_user system_admin' } }]);
  expect(inside(ear.heard('memberrole_updated')[0], 'member')).toMatchObject({ user_id: id, scheme_admin: true });
  expect(admin.messages.filter(({ event }) => event !== undefined)).toHaveLength(1);
});

test('whoever is out of a channel is told apart from those who stay; leaving the team is told to the team', async () => {
  const [ear, admin] = [await listenAs(sandbox().tokens.member), await listenAs(sandbox().tokens.admin)];
  const { id: user } = person('max.muster');
  const { id } = channel('marketing');
  await asMember('DELETE', `/channels/${id}/members/${user}`);
  await asAdmin('DELETE', `/teams/${sandbox().teamId}/members/${user}`);
  await Promise.all([roundTrip(ear), roundTrip(admin)]);
  expect(ear.heard('user_removed').map(({ data }) => data)).toEqual([{ channel_id: id, remover_id: user }]);
  expect(admin.heard('user_removed').map(({ data }) => data)).toEqual([{ remover_id: user, user_id: user }]);
  const left = { event: 'leave_team', data: { team_id: sandbox().teamId, user_id: user } };
  expect([ear.heard('leave_team')[0], admin.heard('leave_team')[0]]).toMatchObject([left, left]);
  expect((await asMember('GET', `/teams/${sandbox().teamId}`)).status).toBe(403);
});

test('a new direct channel, a changed bot and a form to fill in are told', async () => {
  const ear = await listenAs(sandbox().tokens.member);
  const pair = [person('pat.keller').id, person('max.muster').id];
  await asAdmin('POST', '/channels/direct', pair);
  const { id: bot } = person('euria');
  await asAdmin('PUT', `/bots/${bot}`, { username: 'euria', display_name: 'Assistant' });
  const { triggerId, clientId } = newTrigger(sandbox().world, pair[1] ?? '');
  const form = { trigger_id: triggerId, url: 'http://127.0.0.1:1/', dialog: { title: 'Invite' } };
  await call(`${sandbox().origin}/api/v4/actions/dialogs/open`, 'POST', form);
  await roundTrip(ear);
  expect(inside(ear.heard('open_dialog')[0], 'dialog')).toMatchObject({ trigger_id: clientId, url: form.url });
  expect(ear.heard('direct_added')).toMatchObject([{ data: { creator_id: pair[0], teammate_id: pair[1] } }]);
  const [updated] = ear.heard('user_updated');
  expect(field(updated, 'user')).toMatchObject({ id: bot, first_name: 'Assistant', is_bot: true });
});

test('asked for as a page, the WebSocket’s address says that it is none', async () => {
  const response = await fetch(`${sandbox().origin}/api/v4/websocket`);
  const type = response.headers.get('content-type');
  expect([response.status, type]).toEqual([400, 'text/plain; charset=utf-8']);
  expect(await response.text()).toContain('api.web_socket.connect.upgrade.app_error');
  expect((await fetch(`${sandbox().origin}/broadcasting/auth`, { method: 'POST' })).status).toBe(404);
});

test('Mattermost’s own client library connects and hears', async () => {
  vi.spyOn(console, 'log').mockReturnValue();
  const { WebSocketClient } = mattermost as unknown as { WebSocketClient: new () => MattermostSocket };
  const client = new WebSocketClient();
  const heard: string[] = [];
  client.addMessageListener(({ event }) => heard.push(event));
  client.initialize(address(), sandbox().tokens.member);
  await until('the greeting', () => heard.includes('hello'), 5_000);
  await arrive('Walter');
  await until('the arrival', () => heard.includes('new_user') && heard.includes('user_added'), 5_000);
  client.close();
  await until('the farewell', () => sandbox().realtime.connections() === 0, 5_000);
});

interface MattermostSocket {
  initialize(url: string, token: string): void;
  addMessageListener(listener: (message: { event: string }) => void): void;
  close(): void;
}
