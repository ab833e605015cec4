import { beforeEach, describe, expect, test } from 'vitest';
import { call, useSandbox } from '../sandbox-client.ts';
import { actionsIn, card } from './card.ts';
import { useIntegration } from './integration.ts';

const { sandbox, asAdmin, asMember, kchatAs, channel, person } = useSandbox();
const integration = useIntegration();

const shown = () => sandbox().world.kchat.ephemerals;
const cookieOf = (props: Record<string, unknown> | undefined) => actionsIn(props)[0]?.cookie ?? '';

async function reply(answer: object) {
  integration().answer({ json: answer }, '/command');
  const url = `${integration().url}/command`;
  await asAdmin('POST', '/commands', { team_id: sandbox().teamId, method: 'P', trigger: 'kinvite', url });
  return asMember('POST', '/commands/execute', { channel_id: channel('off-topic').id, command: '/kinvite' });
}

const late = (answer: object) =>
  call(String(integration().heard.find((one) => one.path === '/command')?.body.response_url), 'POST', answer);

describe('the card in a private reply', () => {
  beforeEach(() => reply({ text: 'Invited', attachments: [card(integration().url)] }));
  const press = (cookie: string, id = shown()[0]?.id ?? '') =>
    asMember('POST', `/posts/${id}/actions/revoke`, { cookie });

  test('carries a cookie instead of its integration', () => {
    expect(shown()).toHaveLength(1);
    expect(JSON.stringify(shown())).not.toContain(integration().url);
    expect(cookieOf(shown()[0]?.props)).toMatch(/^[A-Za-z0-9+/]{40,}=*$/);
  });

  test('can be pressed with its cookie alone', async () => {
    expect((await press(cookieOf(shown()[0]?.props))).status).toBe(200);
    expect(integration().heard.at(-1)).toMatchObject({
      path: '/press',
      body: { post_id: shown()[0]?.id, channel_name: 'off-topic', type: 'button', context: { invitation: 7 } },
    });
  });

  test('cannot be pressed without a cookie, with another, or as another card', async () => {
    const cookie = cookieOf(shown()[0]?.props);
    const bent = `${cookie.slice(0, -8)}AAAAAAA=`;
    const statuses = [await press(''), await press('nonsense'), await press(bent), await press(cookie, 'other')];
    expect(statuses.map((one) => one.status)).toEqual([403, 400, 400, 400]);
    expect(integration().heard.filter((one) => one.path === '/press')).toEqual([]);
  });

  test('can be pressed by whoever has got hold of the cookie: the integration has to look at the user', async () => {
    const asPat = kchatAs(sandbox().tokens.admin);
    const [first] = shown();
    await asPat('POST', `/posts/${first?.id ?? ''}/actions/revoke`, { cookie: cookieOf(first?.props) });
    expect(integration().heard.at(-1)?.body.user_id).toBe(person('pat.keller').id);
  });

  test('cannot be updated by the answer: the presser gets an error although the work is done', async () => {
    integration().answer({ json: { update: { message: 'Revoked' }, ephemeral_text: 'Revoked' } });
    const answer = await press(cookieOf(shown()[0]?.props));
    expect(answer).toMatchObject({ status: 404, body: { id: 'app.post.get.app_error' } });
    expect(integration().heard.at(-1)?.path).toBe('/press');
    expect(shown()).toMatchObject([{ message: 'Invited' }]);
  });
});

test('a reply of a card alone is shown, an empty one is not', async () => {
  await reply({ attachments: [card(integration().url)] });
  await late({ text: '' });
  expect(shown()).toMatchObject([{ message: '' }]);
});

test('the answer to the command has the card as it is seen', async () => {
  const { body } = await reply({ text: 'x', attachments: [{ text: 'for <!channel>', actions: [{ name: 'Go' }] }] });
  const [seen] = (body as unknown as { attachments: { text: string }[] }).attachments;
  expect(seen?.text).toBe('for @channel');
});

test('a late reply brings a card with buttons that work', async () => {
  await reply({ text: 'Working' });
  expect((await late({ text: 'Invited', attachments: [card(integration().url)] })).status).toBe(200);
  const last = shown().at(-1);
  const body = { cookie: cookieOf(last?.props) };
  expect((await asMember('POST', `/posts/${last?.id ?? ''}/actions/revoke`, body)).status).toBe(200);
});

test('a card in a public reply is a post like any other', async () => {
  await reply({ response_type: 'in_channel', text: 'Hello', attachments: [card(integration().url)] });
  const post = sandbox().world.kchat.posts.at(-1);
  expect(post).toMatchObject({ type: 'slack_attachment', props: { from_webhook: 'true' } });
  expect((await asMember('POST', `/posts/${post?.id ?? ''}/actions/revoke`, {})).status).toBe(200);
});

test('an update leaves under whose name a post appears', async () => {
  await reply({ response_type: 'in_channel', text: 'Hello', attachments: [card(integration().url)] });
  const post = sandbox().world.kchat.posts.at(-1);
  const props = { from_webhook: 'no', override_username: 'boss', kept: 1 };
  integration().answer({ json: { update: { message: 'x', props } } });
  await asMember('POST', `/posts/${post?.id ?? ''}/actions/revoke`, {});
  expect(post?.props).toEqual({ from_webhook: 'true', kept: 1 });
});

test('an administrator shows a card to one person, and replaces it under the same id', async () => {
  const show = (fields: object) =>
    asAdmin('POST', '/posts/ephemeral', {
      user_id: person('max.muster').id,
      post: { channel_id: channel('off-topic').id, ...fields },
    });
  const first = await show({ message: 'Sure?', props: { attachments: [card(integration().url)] } });
  expect(cookieOf(shown()[0]?.props)).not.toBe('');
  const second = await show({ message: 'Revoked', id: first.body.id });
  expect([second.status, second.body.id]).toEqual([201, first.body.id]);
  expect(shown()).toMatchObject([{ id: first.body.id, message: 'Revoked', props: {} }]);
});
