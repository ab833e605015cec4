import { expect, test } from 'vitest';
import { mentionedAmong } from '../../sandbox/kchat/mentions.ts';
import type { Person } from '../../sandbox/kchat/documents.ts';
import { useSandbox } from './sandbox-client.ts';

const { sandbox, asAdmin, asMember, channel, person } = useSandbox();
const max = { id: 'm', username: 'max.muster' } as Person;
const notifies = (message: string) => mentionedAmong(message, [max]).has('m');

test.each([
  '@channel come in',
  'for @all',
  'is @here anybody',
  String.raw`\@channel`,
  '&#64;channel',
  '**@channel**',
  '‹@channel›',
  '[@channel](https://example.test)',
  'ask @max.muster.',
  'ask @Max.Muster',
  '\\`@channel\\`',
])('%s notifies', (message) => {
  expect(notifies(message)).toBe(true);
});

test.each([
  'channel',
  '`@channel`',
  '``@channel``',
  '```\n@channel\n```',
  '@\u200bchannel',
  '＠channel',
  'write to office@channel.ch',
  '@max',
  '@channels',
])('%s notifies nobody', (message) => {
  expect(notifies(message)).toBe(false);
});

test('unread mentions are counted per member, never for the author, and cleared by viewing', async () => {
  const { id } = channel('marketing');
  const count = (username: string) =>
    sandbox().world.kchat.channelMembers.find((one) => one.channel_id === id && one.user_id === person(username).id)
      ?.mention_count;
  await asAdmin('POST', '/posts', { channel_id: id, message: '@channel and @max.muster' });
  await asAdmin('POST', '/posts', { channel_id: id, message: 'hello' });
  expect([count('max.muster'), count('pat.keller')]).toEqual([1, 0]);

  await asMember('POST', '/channels/members/me/view', { channel_id: id });
  expect(count('max.muster')).toBe(0);
});

test('every direct message counts as a mention', async () => {
  const { body } = await asAdmin('POST', '/channels/direct', [person('pat.keller').id, person('max.muster').id]);
  await asAdmin('POST', '/posts', { channel_id: body.id, message: 'hello' });
  const member = sandbox().world.kchat.channelMembers.find(
    (one) => one.channel_id === body.id && one.user_id === person('max.muster').id,
  );
  expect(member?.mention_count).toBe(1);
});
