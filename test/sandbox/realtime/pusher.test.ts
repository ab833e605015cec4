import pusherJs from 'pusher-js';
import { expect, test } from 'vitest';
import { newSession } from '../../../sandbox/kchat/first-people.ts';
import { until } from '../../support/until.ts';
import { call, useSandbox } from '../sandbox-client.ts';
import { askLeave, pusherEar } from './pusher-ear.ts';

/** A CommonJS package whose types say otherwise. */
const Pusher = pusherJs as unknown as typeof pusherJs.default;

const { sandbox, asAdmin, asMember, channel, person } = useSandbox();
const arrive = async (name: string) => {
  const walkIn = { first_name: name, last_name: 'Berg', email: `${name.toLowerCase()}@acme.ch` };
  return (await call(`${sandbox().origin}/sandbox/walk-in`, 'POST', walkIn)).body.kchat_user_id ?? '';
};
const member = () => pusherEar(sandbox().origin, sandbox().tokens.member);
const own = (username: string) => `presence-teamUser.${person(username).id}`;
const team = () => `private-team.${sandbox().teamId}`;

test('a connection is greeted with a text inside the JSON, which names the socket', async () => {
  const ear = await member();
  expect(ear.socketId).toMatch(/^\d+\.\d+$/);
  const data = { socket_id: ear.socketId, activity_timeout: 30 };
  expect(ear.messages).toEqual([{ event: 'pusher:connection_established', data: JSON.stringify(data) }]);
});

test('a wrong application key is told so, and hung up on', async () => {
  const ear = await pusherEar(sandbox().origin, sandbox().tokens.member, 'other-key');
  expect(await ear.closed).toBe(4001);
  expect(ear.messages[0]?.event).toBe('pusher:error');
});

test('there is no Mattermost WebSocket', async () => {
  const answer = await call(`${sandbox().origin}/api/v4/websocket`, 'GET');
  expect([answer.status, answer.body.message]).toEqual([404, 'The route api/v4/websocket could not be found.']);
});

test('leave is given for one’s team and oneself, by either id, and refused for all else', async () => {
  const status = async (name: string, token = sandbox().tokens.member) =>
    (await askLeave(sandbox().origin, token, name, '1.2')).status;
  expect(await status(team())).toBe(200);
  expect(await status(own('max.muster'))).toBe(200);
  expect(await status('presence-user.1002')).toBe(200);
  expect(await status(`presence-channel.${channel('marketing').id}`)).toBe(200);
  expect(await status(own('pat.keller'))).toBe(403);
  expect(await status('presence-user.1001')).toBe(403);
  expect(await status(`presence-channel.${channel('board').id}`)).toBe(403);
  expect(await status('private-team.00000000-0000-4000-8000-000000000000')).toBe(403);
  expect(await status(team(), 'nonsense')).toBe(401);
  const outsider = newSession(sandbox().world, person('euria'));
  expect(await status(team(), outsider)).toBe(403);
});

test('leave given to one socket is worth nothing on another', async () => {
  const { body } = await askLeave(sandbox().origin, sandbox().tokens.member, team(), '1.2');
  const ear = await member();
  ear.say({ event: 'pusher:subscribe', data: { channel: team(), ...body } });
  await ear.message({ event: 'pusher:error', data: '{"code":4009,"message":"Connection is unauthorized"}' });
  expect(sandbox().realtime.connections()).toBe(0);
});

test('an arrival is told on the team’s channel and again on one’s own, with the channel inside the data', async () => {
  const ear = await member();
  await ear.subscribe(team());
  await ear.subscribe(own('max.muster'));
  const id = await arrive('Wanda');
  await ear.roundTrip();
  const inGeneral = { user_id: id, channel_id: channel('town-square').id, team_id: sandbox().teamId };
  const inOffTopic = { ...inGeneral, channel_id: channel('off-topic').id };
  expect(ear.events('user_added')).toEqual([
    { channel: team(), data: inGeneral },
    { channel: own('max.muster'), data: inGeneral },
    { channel: own('max.muster'), data: inOffTopic },
  ]);
  expect(ear.events('posted').map(({ data }) => data.post)).toMatchObject([
    { type: 'system_join_team', user_id: id, props: { username: 'wanda.berg' } },
    { type: 'system_join_channel', user_id: id },
  ]);
  for (const unheard of ['new_user', 'added_to_team']) expect(ear.heard(unheard)).toEqual([]);
});

test('a post is told to the members of its channel, with objects inside and without a number', async () => {
  const ear = await member();
  await ear.subscribe(team());
  await ear.subscribe(own('max.muster'));
  await asAdmin('POST', '/posts', { channel_id: channel('board').id, message: 'Secret' });
  await asAdmin('POST', '/posts', { channel_id: channel('marketing').id, message: 'Ask @max.muster' });
  await ear.roundTrip();
  expect(ear.events('posted')).toMatchObject([
    {
      channel: own('max.muster'),
      data: {
        post: { message: 'Ask @max.muster', user_id: person('pat.keller').id },
        channel_id: channel('marketing').id,
        channel_name: 'marketing',
        channel_type: 'O',
        sender_name: '@pat.keller',
        team_id: sandbox().teamId,
        mentions: [person('max.muster').id],
      },
    },
  ]);
  expect(Object.keys(ear.heard('posted')[0] ?? {}).sort()).toEqual(['channel', 'data', 'event']);
});

test('what concerns one person comes to them alone, under both their ids', async () => {
  const [ear, other] = [await member(), await pusherEar(sandbox().origin, sandbox().tokens.admin)];
  await ear.subscribe(own('max.muster'));
  await ear.subscribe('presence-user.1002');
  await other.subscribe(own('pat.keller'));
  const { id } = person('max.muster');
  await asAdmin('POST', '/posts/ephemeral', {
    user_id: id,
    post: { channel_id: channel('marketing').id, message: 'x' },
  });
  await asAdmin('PUT', `/users/${id}/roles`, { roles: 'system_user system_admin' });
  await asAdmin('PUT', `/teams/${sandbox().teamId}/members/${id}/roles`, { roles: 'team_user team_admin' });
  await Promise.all([ear.roundTrip(), other.roundTrip()]);
  for (const event of ['ephemeral_message', 'user_role_updated', 'memberrole_updated']) {
    expect(ear.events(event).map((one) => one.channel)).toEqual([own('max.muster'), 'presence-user.1002']);
    expect(other.events(event)).toEqual([]);
  }
  expect(ear.events('memberrole_updated')[0]?.data).toMatchObject({ member: { user_id: id, scheme_admin: true } });
});

test('whoever leaves a channel hears of it as those who stay do', async () => {
  const ear = await member();
  await ear.subscribe(own('max.muster'));
  const { id } = channel('marketing');
  await asMember('DELETE', `/channels/${id}/members/${person('max.muster').id}`);
  await ear.roundTrip();
  const { id: user } = person('max.muster');
  expect(ear.events('user_removed')).toMatchObject([{ data: { user_id: user, channel_id: id, remover_id: user } }]);
  expect(ear.events('posted')).toEqual([]);
});

test('kChat’s own client library subscribes and hears', async () => {
  const { hostname, port } = new URL(sandbox().origin);
  const pusher = new Pusher('kchat-key', {
    cluster: 'eu',
    wsHost: hostname,
    wsPort: Number(port),
    forceTLS: false,
    enabledTransports: ['ws'],
    channelAuthorization: {
      transport: 'ajax',
      endpoint: `${sandbox().origin}/broadcasting/auth`,
      headers: { Authorization: `Bearer ${sandbox().tokens.member}` },
    },
  });
  const heard: unknown[] = [];
  pusher.bind_global((event: string, data: unknown) => {
    if (event === 'user_added') heard.push(data);
  });
  pusher.subscribe(own('max.muster'));
  await until('the subscription', () => sandbox().realtime.connections() === 1, 5_000);
  const id = await arrive('Walter');
  await until('the arrival', () => heard.length > 0, 5_000);
  expect(heard[0]).toMatchObject({ user_id: id });
  pusher.disconnect();
  expect(sandbox().world.violations).toEqual([]);
});

test('leave can be made to fail like any request', async () => {
  sandbox().faults.add({ service: 'kchat', path: '^/broadcasting/auth$', mode: 'status', status: 503, when: 'before' });
  expect((await askLeave(sandbox().origin, sandbox().tokens.member, team(), '1.2')).status).toBe(503);
});
