import { beforeEach, describe, expect, test } from 'vitest';
import { call, useSandbox } from '../sandbox-client.ts';
import { actionsIn, card, type Card } from './card.ts';
import { useIntegration } from './integration.ts';

const { sandbox, asAdmin, asMember, kchatAs, channel, person } = useSandbox();
const integration = useIntegration();

const post = (attachments: unknown[], channelName = 'off-topic') =>
  asAdmin('POST', '/posts', { channel_id: channel(channelName).id, message: 'A card', props: { attachments } });
const press = (postId: string, actionId: string, body = {}) =>
  asMember('POST', `/posts/${postId}/actions/${actionId}`, body);
const read = (postId: string) => asMember('GET', `/posts/${postId}`);

describe('a card on a post', () => {
  let posted: Card;
  beforeEach(async () => {
    const answer = await post([card(integration().url)]);
    posted = answer.body as unknown as Card;
  });

  test('is stored whole, and seen without where its buttons lead', async () => {
    const [stored] = actionsIn(sandbox().world.kchat.posts.find((one) => one.id === posted.id)?.props);
    expect(stored?.integration).toEqual({ url: `${integration().url}/press`, context: { invitation: 7 } });
    const { order } = (await asMember('GET', `/channels/${channel('off-topic').id}/posts`)).body;
    expect(order).toContain(posted.id);
    for (const seen of [posted, (await read(posted.id)).body]) {
      expect(JSON.stringify(seen)).not.toContain('integration');
      expect(actionsIn((seen as Card).props).map((action) => action.name)).toEqual(['Revoke', 'Who', 'Unlinked']);
    }
    expect(posted.metadata).toEqual({ embeds: [{ type: 'message_attachment' }] });
  });

  test('gets ids for the actions that have none', () => {
    const [first, second] = actionsIn(posted.props);
    expect(first?.id).toBe('revoke');
    expect(second?.id).toMatch(/^[0-9a-z]{26,}$/);
  });

  test('tells the integration who pressed what, where, without any token', async () => {
    const answer = await press(posted.id, 'revoke');
    const [told] = integration().heard;
    expect(told).toMatchObject({ path: '/press', type: 'application/json', authorization: undefined });
    const { trigger_id: triggerId, ...rest } = told?.body ?? {};
    expect(rest).toEqual({
      user_id: person('max.muster').id,
      user_name: 'max.muster',
      channel_id: channel('off-topic').id,
      channel_name: 'off-topic',
      team_id: sandbox().teamId,
      team_domain: 'acme',
      post_id: posted.id,
      type: 'button',
      data_source: '',
      context: { invitation: 7 },
    });
    const clientId = (answer.body as unknown as { trigger_id: string }).trigger_id;
    expect(answer.body).toEqual({ status: 'OK', trigger_id: clientId });
    expect(Buffer.from(String(triggerId), 'base64').toString()).toContain(clientId);
  });

  test('passes on what was chosen from a menu, and which source it is from', async () => {
    const [, menu] = actionsIn(posted.props);
    await press(posted.id, menu?.id ?? '', { selected_option: 'max' });
    await press(posted.id, menu?.id ?? '');
    const [chosen, nothing] = integration().heard.map((one) => one.body);
    expect(chosen).toMatchObject({ type: 'select', data_source: 'users', context: { selected_option: 'max' } });
    expect(nothing).toMatchObject({ type: 'select', data_source: '' });
    expect(nothing).not.toHaveProperty('context');
  });

  test('is replaced by the answer, which keeps the props it does not name', async () => {
    integration().answer({ json: { update: { message: 'Revoked' } } });
    await press(posted.id, 'revoke');
    const { body } = await read(posted.id);
    expect(body).toMatchObject({ message: 'Revoked', edit_at: expect.any(Number) as number });
    expect(actionsIn((body as unknown as Card).props)).toHaveLength(3);
  });

  test('loses its buttons to an answer with other props', async () => {
    integration().answer({ json: { update: { message: 'Revoked', props: {} } } });
    await press(posted.id, 'revoke');
    expect((await press(posted.id, 'revoke')).status).toBe(404);
    expect(integration().heard).toHaveLength(1);
  });

  test('can be given a new card by its author', async () => {
    const other = { props: { attachments: [{ text: 'Other', actions: [{ id: 'other', name: 'Other' }] }] } };
    const { body } = await asAdmin('PUT', `/posts/${posted.id}/patch`, other);
    expect(actionsIn((body as unknown as Card).props).map((action) => action.id)).toEqual(['other']);
    expect((await asMember('PUT', `/posts/${posted.id}/patch`, other)).status).toBe(403);
  });

  test('answers the presser alone with an ephemeral text, in the thread of the card', async () => {
    integration().answer({ json: { ephemeral_text: 'See <https://acme.ch|the list>' } });
    await press(posted.id, 'revoke');
    integration().answer({ json: { ephemeral_text: 'See <https://acme.ch|the list>', skip_slack_parsing: true } });
    await press(posted.id, 'revoke');
    expect(sandbox().world.kchat.ephemerals).toMatchObject([
      { user_id: person('max.muster').id, root_id: posted.id, message: 'See [the list](https://acme.ch)' },
      { message: 'See <https://acme.ch|the list>' },
    ]);
  });

  test.each([
    ['status 201', { status: 201, text: '{}' }],
    ['status 500', { status: 500, text: '{}' }],
    ['no JSON', { status: 200, text: 'Done' }],
    ['nothing', { status: 200, text: '' }],
    ['a cut connection', 'cut' as const],
  ])('is an error to the presser when the integration answers with %s', async (_name, answered) => {
    integration().answer(answered);
    expect(await press(posted.id, 'revoke')).toMatchObject({
      status: 400,
      body: { id: 'api.post.do_action.action_integration.app_error', message: 'Action integration error.' },
    });
  });

  test('cannot be pressed with an unknown action, without a link, or once it is deleted', async () => {
    const [, , unlinked] = actionsIn(posted.props);
    expect((await press(posted.id, 'nothing')).status).toBe(404);
    expect((await press(posted.id, unlinked?.id ?? '')).status).toBe(404);
    await asAdmin('DELETE', `/posts/${posted.id}`);
    expect((await press(posted.id, 'revoke')).status).toBe(404);
    expect(integration().heard).toEqual([]);
  });

  test('cannot be pressed without signing in', async () => {
    expect((await kchatAs('nobody')('POST', `/posts/${posted.id}/actions/revoke`, {})).status).toBe(401);
  });
});

test('a card is out of reach for those who are not in its channel', async () => {
  const { body } = await post([card(integration().url)], 'board');
  expect((await press(body.id, 'revoke')).status).toBe(403);
  expect((await press('no-such-post', 'revoke')).status).toBe(403);
  expect(integration().heard).toEqual([]);
});

test('a card in a direct channel is in no team', async () => {
  const ids = [person('pat.keller').id, person('max.muster').id];
  const direct = (await asAdmin('POST', '/channels/direct', ids)).body;
  const props = { attachments: [card(integration().url)] };
  const { body } = await asAdmin('POST', '/posts', { channel_id: direct.id, message: '', props });
  await press(body.id, 'revoke');
  expect(integration().heard[0]?.body).toMatchObject({ team_id: '', team_domain: '' });
});

test('attachments that nobody can read are stored as none, and recorded', async () => {
  const { status, body } = await post([{ text: 'x', buttons: [] }]);
  expect([status, (body as unknown as Card).props]).toEqual([201, { attachments: null }]);
  expect(sandbox().world.violations).toHaveLength(1);
});

test('other props than attachments are refused', async () => {
  const message = { channel_id: channel('off-topic').id, message: 'x' };
  const { status } = await asAdmin('POST', '/posts', { ...message, props: { attachments: [], card: 'x' } });
  expect(status).toBe(422);
});

describe('where props are refused', () => {
  const strict = useSandbox({ refusesProps: true });
  test('a card is refused, a post without is not', async () => {
    const message = { channel_id: strict.channel('off-topic').id, message: 'x' };
    const refused = await strict.asAdmin('POST', '/posts', { ...message, props: { attachments: [] } });
    const sentence = 'The props must be an array';
    expect(refused).toMatchObject({ status: 422, body: { message: sentence, errors: { props: [sentence] } } });
    expect((await strict.asAdmin('POST', '/posts', { ...message, props: [] })).status).toBe(201);
  });
});

test('nobody is told of an integration that is not there', async () => {
  const { body } = await post([card('http://127.0.0.1:1')]);
  expect((await press(body.id, 'revoke')).status).toBe(400);
  expect((await call(`${sandbox().origin}/api/v4/posts/${body.id}/actions/revoke`, 'POST', {})).status).toBe(401);
});
