import { beforeEach, expect, test } from 'vitest';
import { useSandbox } from './sandbox-client.ts';

let time = 1_800_000_000_000;
const { sandbox, asAdmin, asMember, channel, person } = useSandbox({ now: () => time });

beforeEach(() => {
  time = 1_800_000_000_000;
});

const post = (fields: object) =>
  asMember('POST', '/posts', { channel_id: channel('off-topic').id, message: 'Hi', ...fields });
const stored = () => sandbox().world.kchat.posts.filter((one) => one.type === '');

test('a repeated pending_post_id answers the first post for half a minute, then makes a new one', async () => {
  const key = { pending_post_id: `${person('max.muster').id}:12345` };
  const first = await post(key);
  time += 29_000;
  const repeated = await post(key);
  expect([first.status, repeated.status]).toEqual([201, 201]);
  expect(repeated.body).toMatchObject({ id: first.body.id, ...key });
  expect(stored()).toHaveLength(1);

  time += 2_000;
  expect((await post(key)).body.id).not.toBe(first.body.id);
  expect(stored()).toHaveLength(2);
});

test('a pending_post_id of another form, or of somebody else, is refused', async () => {
  const { id } = person('max.muster');
  for (const key of ['welcome-1', `${id}:abc`, `${id}:1:2`, `${person('pat.keller').id}:1`]) {
    expect((await post({ pending_post_id: key })).status, key).toBe(422);
  }
  expect(stored()).toHaveLength(0);
});

test('props that are an object are refused, an empty array is not', async () => {
  const { status, body } = await post({ props: { disable_mentions: true } });
  expect([status, body.message]).toEqual([422, 'The props must be an array']);
  expect((await post({ props: [] })).status).toBe(201);
});

test('a thread is answered by its first post only', async () => {
  const root = await post({});
  const reply = await post({ root_id: root.body.id });
  expect(reply.status).toBe(201);
  expect((await post({ root_id: reply.body.id })).status).toBe(422);
});

test('posting takes membership', async () => {
  expect((await post({ channel_id: channel('board').id })).status).toBe(403);
});

test('a direct channel is named by both ids and opened once', async () => {
  const ids = [person('max.muster').id, person('olivia.roth').id];
  const first = await asMember('POST', '/channels/direct', ids);
  const again = await asMember('POST', '/channels/direct', [...ids].reverse());
  expect(first.body.name.split('__').sort()).toEqual([...ids].sort());
  expect(again.body.id).toBe(first.body.id);
  expect((await asMember('POST', '/channels/direct', [person('pat.keller').id, ids[1]])).status).toBe(403);
});

test('a channel’s posts come newest first, since a moment or by page, without deleted ones', async () => {
  const { id } = channel('off-topic');
  const sent: string[] = [];
  for (const message of ['one', 'two', 'three']) {
    time += 1000;
    sent.push((await post({ message })).body.id);
  }
  expect((await asMember('GET', `/channels/${id}/posts?since=${time - 1500}`)).body.order).toEqual([sent[2], sent[1]]);
  expect((await asMember('GET', `/channels/${id}/posts?page=1&per_page=2`)).body.order).toEqual([sent[0]]);
  expect((await asMember('GET', `/channels/${id}/posts?before=${sent[1] ?? ''}`)).body.order).toEqual([sent[0]]);
  expect((await asMember('GET', `/channels/${id}/posts?after=${sent[1] ?? ''}`)).body.order).toEqual([sent[2]]);
  await asMember('DELETE', `/posts/${sent[2] ?? ''}`);
  expect((await asMember('GET', `/channels/${id}/posts`)).body.order).toEqual([sent[1], sent[0]]);
});

test('people change their own posts, not those of others', async () => {
  const { body } = await asAdmin('POST', '/posts', { channel_id: channel('off-topic').id, message: 'Mine' });
  expect((await asMember('PUT', `/posts/${body.id}/patch`, { message: 'Theirs' })).status).toBe(403);
  const changed = await asAdmin('PUT', `/posts/${body.id}/patch`, { message: 'Better' });
  expect(changed.body).toMatchObject({ message: 'Better', edit_at: time });
});
