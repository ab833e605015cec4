import { expect, test } from 'vitest';
import { call, jane, useSandbox } from './sandbox-client.ts';

const { sandbox, infomaniak, kchatAs, asAdmin, channel, person } = useSandbox();
const control = (method: string, path: string, body?: unknown) =>
  call(`${sandbox().origin}/sandbox${path}`, method, body);

test('the state tells people, channels, the command’s trigger and what the provider holds', async () => {
  await infomaniak('POST', '/1/accounts/4711/invitations', jane);
  const command = { team_id: sandbox().teamId, method: 'P', trigger: 'kinvite', url: 'http://127.0.0.1:1/' };
  await asAdmin('POST', '/commands', command);
  const { body } = await control('GET', '/state');
  expect(body).toMatchObject({
    team: { id: sandbox().teamId, name: 'acme' },
    trigger: 'kinvite',
    provider: { seats: { used: 3, total: 20 } },
    violations: [],
  });
  const { people, provider } = body as unknown as Record<string, Record<string, unknown>>;
  expect(people).toContainEqual(
    expect.objectContaining({ username: 'pat.keller', is_admin: true, token: sandbox().tokens.admin }),
  );
  expect(provider?.users).toContainEqual(
    expect.objectContaining({ email: jane.email, state_in_account: 'pending', is_expired: false }),
  );
});

test('somebody invited by hand arrives as a newcomer who can sign in', async () => {
  const arrival = { first_name: 'Wanda', last_name: 'Berg', email: 'wanda.berg@acme.ch' };
  const { body } = await control('POST', '/walk-in', arrival);
  const session = await control('POST', '/session', { user_id: body.kchat_user_id });
  expect((await kchatAs(session.body.token)('GET', '/users/me')).body).toMatchObject({ username: 'wanda.berg' });
  expect((await control('POST', '/walk-in', arrival)).status).toBe(409);
  expect(sandbox().world.provider.invitations).toEqual([]);
});

test('there is no session for bots and deactivated people', async () => {
  for (const name of ['euria', 'dora.weber']) {
    expect((await control('POST', '/session', { user_id: person(name).id })).status).toBe(404);
  }
});

test('an invitation cancelled in the Manager is cancelled', async () => {
  await infomaniak('POST', '/1/accounts/4711/invitations', jane);
  expect((await control('POST', '/manager/cancel', { invitation_id: 5001 })).status).toBe(200);
  expect(sandbox().world.provider.invitations[0]?.status).toBe('cancelled');
  expect((await control('POST', '/manager/cancel', { invitation_id: 5001 })).status).toBe(404);
});

test('a private view holds what one person was shown, and nothing of others', async () => {
  const shown = { channel_id: channel('off-topic').id, message: 'psst' };
  await asAdmin('POST', '/posts/ephemeral', { user_id: person('max.muster').id, post: shown });
  const view = (username: string) => control('GET', `/ephemeral?user_id=${person(username).id}`);
  expect((await view('max.muster')).items).toMatchObject([{ ...shown, from: 'pat.keller' }]);
  expect((await view('pat.keller')).items).toEqual([]);
});

test('watchers hear of a change', async () => {
  const watching = new AbortController();
  const { body } = await fetch(`${sandbox().origin}/sandbox/events`, { signal: watching.signal });
  const reader = (body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()).getReader();
  await reader.read();
  const say = () => asAdmin('POST', '/posts', { channel_id: channel('off-topic').id, message: 'Hi' });
  await say();
  expect((await reader.read()).value).toBe('event: changed\ndata: {}\n\n');
  watching.abort();
});

test('the page and its modules come from this origin', async () => {
  for (const path of ['/', '/vendor/preact.js', '/vendor/preact-hooks.js', '/vendor/htm.js', '/vendor/marked.js']) {
    expect((await fetch(sandbox().origin + path)).status, path).toBe(200);
  }
  const script = await fetch(`${sandbox().origin}/vendor/dompurify.js`);
  expect(script.headers.get('content-type')).toContain('text/javascript');
});
