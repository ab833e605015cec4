import { expect, test } from 'vitest';
import { useSandbox } from './sandbox-client.ts';

const { sandbox, infomaniak } = useSandbox();
const path = '/2/ai/8001/openai/v1/chat/completions';
const request = {
  model: 'mistralai/Ministral-3-14B-Instruct-2512',
  messages: [{ role: 'user', content: 'Hello' }],
  stream: false,
};

test('a model answers without the envelope', async () => {
  const { status, body } = await infomaniak('POST', path, request);
  expect([status, body]).toMatchObject([
    200,
    {
      object: 'chat.completion',
      choices: [{ message: { role: 'assistant', content: '✨ Hello' }, finish_reason: 'stop' }],
    },
  ]);
});

test('the answer streams unless the request says otherwise', async () => {
  const { origin, world } = sandbox();
  const response = await fetch(`${origin}/infomaniak${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${world.provider.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ ...request, stream: undefined }),
  });
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  expect(await response.text()).toMatch(/^data: \{.*\}\n\ndata: \[DONE\]\n\n$/);
});

test('a model that ran out of tokens has said nothing', async () => {
  sandbox().world.provider.ai.write = () => null;
  const { body } = await infomaniak('POST', path, request);
  expect(body).toMatchObject({ choices: [{ message: { content: null }, finish_reason: 'length' }] });
});

test('another product, an unknown model and undocumented fields are refused', async () => {
  expect(await infomaniak('POST', path.replace('8001', '8002'), request)).toMatchObject({ status: 403 });
  expect(await infomaniak('POST', path, { ...request, model: 'gone' })).toMatchObject({ status: 404 });
  expect(await infomaniak('POST', path, { ...request, mood: 'good' })).toMatchObject({ status: 422 });
  expect(sandbox().world.violations).toHaveLength(1);
});

test('the product and its models can be listed', async () => {
  expect((await infomaniak('GET', '/1/ai')).body).toMatchObject({ data: [{ product_id: 8001 }] });
  expect((await infomaniak('GET', '/2/ai/8001/openai/v1/models')).body).toMatchObject({
    data: [{ id: request.model }],
  });
});
