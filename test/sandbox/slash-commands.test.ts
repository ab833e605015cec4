import { afterEach, expect, test } from 'vitest';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { call, useSandbox } from './sandbox-client.ts';

let time = 1_800_000_000_000;
const { sandbox, asAdmin, asMember, channel, person } = useSandbox({ now: () => time });

let listener: Server | undefined;
afterEach(() => {
  listener?.closeAllConnections();
  listener?.close();
  listener = undefined;
});

interface Heard {
  form: URLSearchParams;
  headers: IncomingHttpHeaders;
}

/** A command's server that gives one answer, and what it was told. */
async function listen(
  status: number,
  body: string,
  type = 'application/json',
): Promise<{ url: string; heard: Heard[] }> {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      heard.push({ form: new URLSearchParams(text), headers: request.headers });
      response.writeHead(status, { 'content-type': type }).end(body);
    });
  });
  listener = server;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/kchat/command`, heard };
}

const create = (trigger: string, url: string) =>
  asAdmin('POST', '/commands', { team_id: sandbox().teamId, method: 'P', trigger, url });
const execute = (command: string) =>
  asMember('POST', '/commands/execute', { channel_id: channel('off-topic').id, command });
const seenBy = (username: string) =>
  sandbox().world.kchat.ephemerals.filter((post) => post.user_id === person(username).id);
const reply = JSON.stringify({ response_type: 'ephemeral', text: 'Done', skip_slack_parsing: true });

test('built-in triggers and used ones are refused at creation, without an error id', async () => {
  const refused = await create('invite', 'http://127.0.0.1:1/');
  expect([refused.status, refused.body.id]).toEqual([400, undefined]);
  expect((await create('marketplace', 'http://127.0.0.1:1/')).status).toBe(400);
  expect((await create('kinvite', 'http://127.0.0.1:1/')).status).toBe(201);
  expect((await create('KInvite', 'http://127.0.0.1:1/')).status).toBe(400);
});

test('creation takes four fields; the rest follows with the whole command', async () => {
  const { url } = await listen(200, reply);
  const extra = await asAdmin('POST', '/commands', {
    team_id: sandbox().teamId,
    method: 'P',
    trigger: 'kinvite',
    url,
    display_name: 'Invite',
  });
  expect(extra.status).toBe(422);
  const { body: command } = await create('kinvite', url);
  const whole = { ...command, auto_complete: true, auto_complete_hint: 'who' };
  expect((await asAdmin('PUT', `/commands/${command.id}`, whole)).body).toMatchObject({ auto_complete_hint: 'who' });
  const offered = await asMember('GET', `/teams/${sandbox().teamId}/commands/autocomplete`);
  expect(offered.body).toMatchObject([{ trigger: 'kinvite', token: '' }]);
});

test('a command arrives as a form with its token, its text unchanged and its trigger in lower case', async () => {
  const { url, heard } = await listen(200, reply);
  const { body: command } = await create('kinvite', url);
  const text = 'jane@acme.ch  “Jane”\r\n—lang fr ';
  const answer = await execute(`/KInvite ${text}`);
  expect(answer.body).toMatchObject({ text: 'Done', trigger_id: expect.any(String) as string });
  const [told] = heard;
  expect(told?.headers.authorization).toBe(`Token ${command.token}`);
  expect(Object.fromEntries(told?.form ?? [])).toMatchObject({
    channel_name: 'off-topic',
    command: '/kinvite',
    team_domain: 'acme',
    text,
    token: command.token,
    user_id: person('max.muster').id,
    user_name: 'max.muster',
  });
  expect(told?.form.has('user_mentions')).toBe(false);
  expect(told?.form.has('root_id')).toBe(false);
  expect(seenBy('max.muster')).toMatchObject([{ message: 'Done' }]);
  expect(seenBy('pat.keller')).toEqual([]);
});

test('people and public channels named in the text come along with their ids', async () => {
  const { url, heard } = await listen(200, reply);
  await create('kinvite', url);
  await execute('/kinvite for @pat.keller in ~marketing and ~board');
  expect(heard[0]?.form.getAll('user_mentions_ids')).toEqual([person('pat.keller').id]);
  expect(heard[0]?.form.getAll('channel_mentions')).toEqual(['marketing']);
});

test.each([
  [500, reply, 'application/json'],
  [200, '{broken', 'application/json'],
  [200, '{"text":"x","unheard_of":1}', 'application/json'],
])('an answer of %i with %s is a failed command', async (status, body, type) => {
  const { url } = await listen(status, body, type);
  await create('kinvite', url);
  expect((await execute('/kinvite')).status).toBe(500);
  expect(seenBy('max.muster')).toEqual([]);
});

test('plain text is a private reply', async () => {
  const { url } = await listen(200, 'Just words', 'text/plain');
  await create('kinvite', url);
  await execute('/kinvite');
  expect(seenBy('max.muster')).toMatchObject([{ message: 'Just words' }]);
});

test('without skip_slack_parsing, Slack’s notation notifies', async () => {
  const { url } = await listen(200, JSON.stringify({ text: 'for <!channel>' }));
  await create('kinvite', url);
  await execute('/kinvite');
  expect(seenBy('max.muster')).toMatchObject([{ message: 'for @channel' }]);
});

test('a late answer needs no token, works five times, then no more', async () => {
  const { url, heard } = await listen(200, reply);
  await create('kinvite', url);
  await execute('/kinvite');
  const responseUrl = heard[0]?.form.get('response_url') ?? '';
  const late = () => call(responseUrl, 'POST', { response_type: 'ephemeral', text: 'Later' });
  const statuses = [];
  for (let use = 1; use <= 6; use += 1) statuses.push((await late()).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 400]);
  expect(seenBy('max.muster')).toHaveLength(6);
});

test('a late answer works for half an hour', async () => {
  const { url, heard } = await listen(200, reply);
  await create('kinvite', url);
  await execute('/kinvite');
  time += 31 * 60_000;
  expect((await call(heard[0]?.form.get('response_url') ?? '', 'POST', { text: 'Later' })).status).toBe(400);
});

test('a built-in trigger is answered by the server itself, an unknown one is not found', async () => {
  expect((await execute('/invite @max.muster')).body.response_type).toBe('ephemeral');
  expect((await execute('/nonsense')).status).toBe(404);
});
