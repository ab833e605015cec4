import { expect, test } from 'vitest';
import { useSandbox } from './sandbox-client.ts';

const { sandbox, asAdmin, asMember, kchatAs, channel, person } = useSandbox({ members: 130 });
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test('people have UUIDs and the integer id of the organization', async () => {
  const { body } = await asMember('GET', '/users/me');
  expect(body.id).toMatch(uuid);
  expect(body).toMatchObject({ user_id: 1002, username: 'max.muster', team_id: sandbox().teamId });
});

test('the roster comes in pages, deactivated people included', async () => {
  const page = async (number: number) =>
    (await asMember('GET', `/users?in_team=${sandbox().teamId}&per_page=100&page=${number}`)).items;
  const [first, second, third] = [await page(0), await page(1), await page(2)];
  expect([first.length, second.length, third.length]).toEqual([100, 35, 0]);
  expect([...first, ...second].filter((one) => one.delete_at > 0)).toHaveLength(1);
});

test('administrators of server and team are found by role', async () => {
  const { items } = await asMember('GET', `/users?in_team=${sandbox().teamId}&team_roles=team_admin`);
  expect(items.map((one) => one.username)).toEqual(['pat.keller']);
});

test('somebody is found by e-mail in any case, or not at all', async () => {
  expect((await asMember('GET', '/users/email/MAX.Muster%40acme.ch')).body.username).toBe('max.muster');
  expect((await asMember('GET', '/users/email/nobody%40acme.ch')).status).toBe(404);
});

test('somebody changes the language of their own kChat, an administrator anybody’s', async () => {
  const [max, pat] = [person('max.muster'), person('pat.keller')];
  expect((await asMember('PUT', '/users/me/patch', { locale: 'it' })).body).toMatchObject({ id: max.id, locale: 'it' });
  expect((await asMember('PUT', `/users/${pat.id}/patch`, { locale: 'it' })).status).toBe(403);
  expect((await asAdmin('PUT', `/users/${max.id}/patch`, { locale: 'es' })).status).toBe(200);
  expect([max.locale, pat.locale]).toEqual(['es', 'en']);
});

test('being administrator of the organization gives no right in kChat', async () => {
  const { id } = person('olivia.roth');
  const { body } = await asAdmin('GET', `/teams/${sandbox().teamId}/members/${id}`);
  expect(body).toMatchObject({ scheme_admin: false, roles: 'team_user' });
  expect(person('olivia.roth').roles).toBe('system_user');
});

test('a new bot is in no team, sees nothing of it, and joins the default channels when it is added', async () => {
  const { body: bot } = await asAdmin('POST', '/bots', { username: 'greeter', display_name: 'Greeter' });
  const { body: token } = await asAdmin('POST', `/users/${bot.user_id}/tokens`, { description: 'demo' });
  const asBot = kchatAs(token.token);
  expect((await asBot('GET', '/teams/name/acme')).status).toBe(403);

  const member = { team_id: sandbox().teamId, user_id: bot.user_id };
  expect((await asAdmin('POST', `/teams/${sandbox().teamId}/members`, member)).status).toBe(201);
  expect((await asBot('GET', '/teams/name/acme')).body.id).toBe(sandbox().teamId);
  const { items: channels } = await asBot('GET', `/users/me/teams/${sandbox().teamId}/channels`);
  expect(channels.map((one) => one.name)).toEqual(['town-square', 'off-topic']);
});

test('a bot’s name must be free and well-formed', async () => {
  expect((await asAdmin('POST', '/bots', { username: 'euria' })).status).toBe(422);
  expect((await asAdmin('POST', '/bots', { username: 'Euria' })).status).toBe(422);
  expect((await asAdmin('POST', '/bots', { username: 'x'.repeat(23) })).status).toBe(422);
});

test('a member joins public channels alone, private ones never, and adds others only from inside', async () => {
  const olivia = (await asAdmin('POST', `/users/${person('olivia.roth').id}/tokens`, { description: 'test' })).body;
  const asOlivia = kchatAs(olivia.token);
  const join = (name: string, userId: string) =>
    asOlivia('POST', `/channels/${channel(name).id}/members`, { user_id: userId });
  const me = person('olivia.roth').id;
  const other = person('member.001').id;

  expect((await join('marketing', other)).status).toBe(403);
  expect((await join('marketing', me)).status).toBe(201);
  expect((await join('marketing', other)).status).toBe(201);
  expect((await join('board', me)).status).toBe(403);
  const hidden = await asOlivia('GET', `/teams/${sandbox().teamId}/channels/name/board`);
  expect(hidden.status).toBe(404);
});

test('adding somebody leaves a system post that names both', async () => {
  const { id } = channel('marketing');
  const added = person('olivia.roth');
  await asMember('POST', `/channels/${id}/members`, { user_id: added.id });
  expect(sandbox().world.kchat.posts.at(-1)).toMatchObject({
    type: 'system_add_to_channel',
    props: { username: 'max.muster', addedUserId: added.id, addedUsername: 'olivia.roth' },
  });
});
