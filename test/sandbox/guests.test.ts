import { expect, test } from 'vitest';
import { call, useSandbox } from './sandbox-client.ts';

let time = 1_800_000_000_000;
const { sandbox, asAdmin, asMember, kchatAs, channel, person } = useSandbox({
  now: () => time,
  invitationTtlMs: 60_000,
});
const email = 'gus.guest@other.test';
const violations = () => sandbox().world.violations.map(({ problem }) => problem);

function invite(emails = [email], channels = ['marketing'], as = asAdmin) {
  const ids = channels.map((name) => channel(name).id);
  const body = { emails, channels: ids, message: 'Come and see' };
  return as('POST', `/teams/${sandbox().teamId}/invite-guests/email?graceful=true`, body);
}

const pendingIn = async (name: string) =>
  (await asAdmin('GET', `/channels/${channel(name).id}/members/pending_guest`)).body as unknown as Record<
    string,
    { email: string; key: string }
  >;
const link = () => sandbox().world.mails.at(-1)?.acceptUrl ?? '';

test('inviting a guest sends one mail with the message, and shows them as pending in their channels alone', async () => {
  expect(await invite()).toMatchObject({ status: 200, items: [{ email }] });
  const { items: mails } = await call(`${sandbox().mailboxUrl}/messages?to=${email}`, 'GET');
  expect(mails).toMatchObject([{ text: expect.stringContaining('Come and see') as string }]);
  const [guest] = Object.values(await pendingIn('marketing'));
  expect(guest).toMatchObject({
    email,
    status: 'pending',
    invited_by_id: 1001,
    expires_at: (time + 60_000) / 1000,
    data: { channel_ids: [channel('marketing').id] },
  });
  expect(Object.keys(await pendingIn('marketing'))).toEqual([guest?.key]);
  expect(await pendingIn('board')).toEqual([]);
});

test('an accepted guest has no seat and is in the named channels and in no other', async () => {
  await invite([email], ['marketing', 'board']);
  const { body } = await call(link(), 'POST', { first_name: 'Gus', last_name: 'Guest' });
  const id = body.kchat_user_id ?? '';
  expect((await asAdmin('GET', `/users/email/${email}`)).body).toMatchObject({ id, roles: 'system_guest' });
  expect((await asAdmin('GET', `/teams/${sandbox().teamId}/members/${id}`)).body).toMatchObject({ scheme_guest: true });
  const memberships = sandbox().world.kchat.channelMembers.filter((one) => one.user_id === id);
  expect(memberships.map((one) => one.channel_id)).toEqual([channel('marketing').id, channel('board').id]);
  expect(sandbox().world.provider.members.map((one) => one.email)).not.toContain(email);
  expect(await pendingIn('marketing')).toEqual([]);
});

test('a guest who says no name is called as the address says', async () => {
  await invite();
  await call(link(), 'POST', {});
  expect(person('gus.guest')).toMatchObject({ first_name: 'Gus', last_name: 'Guest' });
});

test('a link works once, and not after its end or its cancellation', async () => {
  await invite();
  await call(link(), 'POST', {});
  expect(await call(link(), 'POST', {})).toMatchObject({ status: 409, body: { status: 'accepted' } });
  await invite(['two@other.test']);
  time += 60_000;
  expect(await call(link(), 'POST', {})).toMatchObject({ status: 410, body: { status: 'expired' } });
  await asAdmin('DELETE', '/teams/invites/email', { invitation_key: Object.keys(await pendingIn('marketing'))[0] });
  expect(await call(link(), 'POST', {})).toMatchObject({ status: 410, body: { status: 'cancelled' } });
});

test('a browser gets a form for the name, and can send it without scripts', async () => {
  await invite();
  expect(await (await fetch(link())).text()).toContain('name="first_name"');
  const sent = await fetch(link(), { method: 'POST', body: new URLSearchParams({ first_name: 'G', last_name: 'O' }) });
  expect(sent.headers.get('content-type')).toContain('text/html');
  expect(person('g.o').email).toBe(email);
});

test('cancelling takes back the one with this key', async () => {
  await invite([email, 'two@other.test']);
  const [first] = Object.values(await pendingIn('marketing'));
  const cancel = () => asAdmin('DELETE', '/teams/invites/email', { invitation_key: first?.key });
  expect((await cancel()).status).toBe(200);
  expect(Object.values(await pendingIn('marketing')).map((one) => one.email)).toEqual(['two@other.test']);
  expect((await cancel()).status).toBe(404);
  expect(violations()).toEqual([]);
});

test.each([undefined, {}, { invitation_key: '' }])(
  'cancelling with %j cancels everybody, on the record',
  async (body) => {
    await invite([email, 'two@other.test']);
    expect((await asAdmin('DELETE', '/teams/invites/email', body)).status).toBe(200);
    expect(await pendingIn('marketing')).toEqual([]);
    expect(violations()).toEqual([expect.stringContaining('every pending invitation is cancelled')]);
  },
);

test('twenty mails an hour are sent, and no more', async () => {
  const many = Array.from({ length: 20 }, (_, index) => `guest${index}@other.test`);
  expect((await invite(many)).status).toBe(200);
  const id = 'app.email.rate_limit_exceeded.app_error';
  const { status, items } = await invite(['late@other.test']);
  const error = { id, message: expect.any(String) as string };
  expect([status, items]).toEqual([200, [{ email: 'late@other.test', error }]]);
  const body = { emails: ['late@other.test'], channels: [channel('marketing').id], message: '' };
  const plainly = await asAdmin('POST', `/teams/${sandbox().teamId}/invite-guests/email`, body);
  expect([plainly.status, plainly.body.id]).toEqual([413, id]);
  expect(sandbox().world.mails).toHaveLength(20);
  time += 3600_000;
  expect((await invite(['late@other.test'])).status).toBe(200);
});

test('who is in the team already is named beside the others', async () => {
  const { items } = await invite(['max.muster@acme.ch', email]);
  const already = { message: expect.stringContaining('already') as string };
  expect(items).toEqual([{ email: 'max.muster@acme.ch', error: already }, { email }]);
  expect(sandbox().world.mails.map(({ to }) => to)).toEqual([email]);
});

test('a member may neither invite guests nor see or cancel them', async () => {
  await invite();
  expect((await invite(['two@other.test'], ['marketing'], asMember)).status).toBe(403);
  expect((await asMember('GET', `/channels/${channel('marketing').id}/members/pending_guest`)).status).toBe(403);
  expect((await asMember('DELETE', '/teams/invites/email', {})).status).toBe(403);
  expect(Object.values(await pendingIn('marketing'))).toHaveLength(1);
});

test('an administrator of the team may, in the channels they are in', async () => {
  const { id } = person('max.muster');
  await asAdmin('PUT', `/teams/${sandbox().teamId}/members/${id}/roles`, { roles: 'team_user team_admin' });
  expect((await invite([email], ['marketing'], asMember)).status).toBe(200);
  expect((await invite([email], ['board'], asMember)).status).toBe(403);
});

test('without channels or with a field of its own it is refused', async () => {
  expect((await invite([email], [])).status).toBe(422);
  const path = `/teams/${sandbox().teamId}/invite-guests/email`;
  await asAdmin('POST', path, { emails: [email], channels: [channel('marketing').id], silent: true });
  expect(violations()).toEqual(['silent: prohibited']);
});

test('the page is told who is pending, and can play an accepted guest', async () => {
  await invite();
  const state = async () => (await call(`${sandbox().origin}/sandbox/state`, 'GET')).body;
  expect(await state()).toMatchObject({ guests: [{ email, is_expired: false }] });
  const { body } = await call(link(), 'POST', {});
  expect(await state()).toMatchObject({ guests: [] });
  const { body: session } = await call(`${sandbox().origin}/sandbox/session`, 'POST', { user_id: body.kchat_user_id });
  expect((await kchatAs(session.token)('GET', '/users/me')).body.username).toBe('gus.guest');
});
