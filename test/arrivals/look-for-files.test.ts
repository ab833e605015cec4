import { beforeEach, expect, test } from 'vitest';
import { createFileLook } from '../../src/arrivals/look-for-files.ts';
import { chatUser } from '../support/fake-chat.ts';
import { days, seconds } from '../support/fake-clock.ts';
import { refusal, silence } from '../support/fake-faults.ts';
import { directChannelOf } from '../support/fake-inbox.ts';
import { openWorld, type FakeWorld } from '../support/fake-world.ts';

const file = { name: 'people.csv', mediaType: 'text/csv', content: Buffer.from('email') };
let world: FakeWorld;
let look: () => Promise<void>;
beforeEach(async () => {
  world = await openWorld();
  world.chat.join(chatUser('anna'), chatUser('berta'));
  look = createFileLook(world.deps);
});

const reads = () => world.chat.faults.count('postsWithFiles');
const owed = (postId: string) => world.store.deliveries.byKey('team', `import_file:${postId}`);
const send = (userId: string) => {
  world.clock.advance(seconds(1));
  return world.chat.send(userId, file);
};

test('a channel is read only when something was written there since the last look', async () => {
  const first = send('anna');
  send('berta');
  await look();
  expect(reads()).toBe(2);
  expect(await owed(first)).toMatchObject({ target: directChannelOf('anna'), payload: { userId: 'anna' } });
  await look();
  expect(reads()).toBe(2);
  const second = send('anna');
  await look();
  expect(reads()).toBe(3);
  expect(await owed(second)).toBeDefined();
});

test('after a start the channels of the last day are read, and no older ones', async () => {
  send('berta');
  world.clock.advance(days(1));
  const post = send('anna');
  await look();
  await createFileLook(world.deps)();
  expect(reads()).toBe(2);
  expect(await owed(post)).toBeDefined();
});

test('a server that does not tell when something was written has all channels read, each file once', async () => {
  const { chat } = world;
  const post = send('anna');
  chat.directChannels = () => Promise.resolve([{ id: directChannelOf('anna'), lastPostAt: undefined }]);
  await look();
  await look();
  expect(reads()).toBe(2);
  expect(await owed(post)).toBeDefined();
});

test('what the bot itself has sent is not read', async () => {
  const post = send('bot');
  await look();
  expect(await owed(post)).toBeUndefined();
});

test('trouble with one channel does not hide the others, and it is read again the next time', async () => {
  const posts = [send('anna'), send('berta')];
  world.chat.faults.plan({ at: 'postsWithFiles', moment: 'before', error: refusal(500, undefined, {}, 'kChat') });
  await expect(look()).rejects.toMatchObject({ status: 500 });
  expect(await Promise.all(posts.map(owed))).toEqual([undefined, expect.anything()]);
  await look();
  expect(await Promise.all(posts.map(owed))).toEqual([expect.anything(), expect.anything()]);
});

test('a poll finds files although the provider is in trouble', async () => {
  await world.invited();
  const post = send('anna');
  world.provisioning.faults.plan({ at: 'pendingInvitationIds', moment: 'before', error: silence() });
  await expect(world.poll()).rejects.toMatchObject({ service: 'Infomaniak' });
  expect(await owed(post)).toBeDefined();
});
