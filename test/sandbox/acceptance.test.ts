import { expect, test } from 'vitest';
import { call, jane, seat, useSandbox } from './sandbox-client.ts';

let time = 1_800_000_000_000;
const { sandbox, infomaniak, asAdmin, channel } = useSandbox({ now: () => time, invitationTtlMs: 60_000 });
const invitations = '/1/accounts/4711/invitations';

/** Invites Jane and returns the link of her mail. */
async function invite(fields: object = {}, withSeat = true): Promise<string> {
  await infomaniak('POST', invitations, { ...jane, ...fields });
  const { world } = sandbox();
  const id = world.provider.invitations.at(-1)?.id ?? 0;
  if (withSeat) await infomaniak('POST', `${invitations}/${id}/ksuite`, seat);
  const mails = await call(`${sandbox().mailboxUrl}/messages?to=JANE.DOE@acme.ch`, 'GET');
  expect(mails.items).toHaveLength(1);
  return world.mails.at(-1)?.acceptUrl ?? '';
}

test('accepting makes a member of the organization who appears in kChat with the same integer id', async () => {
  const url = await invite({ locale: 'it_IT', role_type: 'admin', teams: [301] });
  const { body } = await call(url, 'POST', {});
  expect(body).toEqual({ status: 'accepted', user_id: 5002, kchat_user_id: expect.any(String) as string });

  expect((await asAdmin('GET', '/users/email/jane.doe%40acme.ch')).body).toMatchObject({
    id: body.kchat_user_id,
    user_id: 5002,
    username: 'jane.doe',
    locale: 'it',
    roles: 'system_user',
  });
  expect((await infomaniak('GET', `${invitations}/5001`)).body).toMatchObject({ data: { status: 'accepted' } });
  expect((await infomaniak('GET', `${invitations}/users/5002`)).body).toMatchObject({ data: [{ id: 5001 }] });
  const { body: list } = await infomaniak('GET', '/2/accounts/4711/users?search=jane');
  expect(list).toMatchObject({ data: [{ user_id: 5002, invitation_id: null, role_type: 'admin' }] });
});

test('a newcomer is in the team and its default channels, with a system post in each', async () => {
  const { body } = await call(await invite(), 'POST', {});
  const posts = sandbox().world.kchat.posts.map(({ user_id, channel_id, type }) => [user_id, channel_id, type]);
  expect(posts).toEqual([
    [body.kchat_user_id, channel('town-square').id, 'system_join_team'],
    [body.kchat_user_id, channel('off-topic').id, 'system_join_channel'],
  ]);
});

test('without a kSuite seat nobody appears in kChat', async () => {
  const { body } = await call(await invite({}, false), 'POST', {});
  expect(body).toMatchObject({ status: 'accepted', kchat_user_id: null });
  expect((await asAdmin('GET', '/users/email/jane.doe%40acme.ch')).status).toBe(404);
});

test('another address is taken only when the invitation is not strict', async () => {
  const strict = await invite();
  expect((await call(strict, 'POST', { email: 'jane@home.example' })).status).toBe(422);
  await call(strict, 'POST', { decline: true });
  sandbox().world.mails.length = 0;
  const loose = await invite({ strict: false });
  expect((await call(loose, 'POST', { email: 'jane@home.example' })).status).toBe(200);
  expect((await asAdmin('GET', '/users/email/jane%40home.example')).status).toBe(200);
});

test('two people of one name get different user names', async () => {
  await call(await invite(), 'POST', {});
  await infomaniak('POST', invitations, { ...jane, email: 'jane.doe2@acme.ch' });
  await infomaniak('POST', `${invitations}/5003/ksuite`, seat);
  await call(sandbox().world.mails.at(-1)?.acceptUrl ?? '', 'POST', {});
  expect((await asAdmin('GET', '/users/username/jane.doe2')).body).toMatchObject({ email: 'jane.doe2@acme.ch' });
});

test('a link works once', async () => {
  const url = await invite();
  await call(url, 'POST', {});
  expect(await call(url, 'POST', {})).toMatchObject({ status: 409, body: { status: 'accepted' } });
});

test('declining is final', async () => {
  const url = await invite();
  expect((await call(url, 'POST', { decline: true })).body.status).toBe('rejected');
  expect(await call(url, 'POST', {})).toMatchObject({ status: 409, body: { status: 'rejected' } });
  expect((await infomaniak('GET', `${invitations}/5001`)).body).toMatchObject({ data: { status: 'rejected' } });
});

test('an expired invitation can no longer be accepted, though the provider still calls it pending', async () => {
  const url = await invite();
  time += 60_000;
  expect(await call(url, 'POST', {})).toMatchObject({ status: 410, body: { status: 'expired' } });
  expect((await infomaniak('GET', `${invitations}/5001`)).body).toMatchObject({ data: { status: 'pending' } });
});

test('a withdrawn invitation can no longer be accepted', async () => {
  const url = await invite();
  await infomaniak('DELETE', `${invitations}/5001`);
  expect((await call(url, 'POST', {})).status).toBe(410);
});

test('a browser gets a form that shows the name harmlessly, and can send it without scripts', async () => {
  const url = await invite({ first_name: '<b>Jane</b>' });
  const form = await (await fetch(url)).text();
  expect(form).toContain('&#60;b&#62;Jane');
  expect(form).not.toContain('<b>Jane');
  const sent = await fetch(url, { method: 'POST', body: new URLSearchParams({ email: jane.email }) });
  expect(sent.headers.get('content-type')).toContain('text/html');
  expect((await infomaniak('GET', `${invitations}/5001`)).body).toMatchObject({ data: { status: 'accepted' } });
});
