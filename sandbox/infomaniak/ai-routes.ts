import { z } from 'zod';
import { json, type Answer } from '../http/answer.ts';
import type { Route } from '../http/route.ts';
import type { World } from '../world.ts';
import { notFound, refusal, route, success, type ApiClient } from './dialect.ts';
import { seconds } from './documents.ts';

const message = z.strictObject({ role: z.enum(['assistant', 'system', 'user']), content: z.string() });
const completion = z.strictObject({
  model: z.string(),
  messages: z.array(message).min(1),
  max_completion_tokens: z.int().min(1).optional(),
  temperature: z.number().min(0).max(2).optional(),
  top_p: z.number().optional(),
  stop: z.union([z.string(), z.array(z.string())]).optional(),
  reasoning_effort: z.enum(['minimal', 'low', 'medium', 'high']).optional(),
  stream: z.boolean().default(true),
});

/** AI Tools, the part that writes; reference/infomaniak-api.md section 6. Its answers come without the envelope. */
export function aiRoutes(world: World): Route<ApiClient>[] {
  const { provider } = world;
  const { ai } = provider;
  const requireProduct = (product: string) => {
    if (Number(product) !== ai.productId) throw refusal(403, 'access_denied', 'Access denied.');
  };
  const base = '/2/ai/:product/openai/v1';

  return [
    route({
      method: 'get',
      path: '/1/ai',
      answer: () => {
        const { productId: product_id } = ai;
        return success([{ product_name: 'AI Tools', product_id, account_name: provider.accountName, status: 'ok' }]);
      },
    }),
    route({
      method: 'get',
      path: `${base}/models`,
      answer: ({ param }) => {
        requireProduct(param('product'));
        return json({ object: 'list', data: ai.models.map((id) => ({ id, object: 'model', owned_by: 'infomaniak' })) });
      },
    }),
    route({
      method: 'post',
      path: `${base}/chat/completions`,
      body: completion,
      answer: ({ param, body }) => {
        requireProduct(param('product'));
        if (!ai.models.includes(body.model)) throw notFound();
        const content = ai.write(body.messages);
        const said = { role: 'assistant', content };
        const end = { index: 0, finish_reason: content === null ? 'length' : 'stop' };
        const common = { id: `chatcmpl-${provider.nextId++}`, created: seconds(world.now()), model: body.model };
        return body.stream
          ? streamed({ ...common, object: 'chat.completion.chunk', choices: [{ ...end, delta: said }] })
          : json({ ...common, object: 'chat.completion', choices: [{ ...end, message: said }] });
      },
    }),
  ];
}

/** Infomaniak: an answer streams unless the request says otherwise. One piece is a stream as well. */
function streamed(piece: object): Answer {
  const text = `data: ${JSON.stringify(piece)}\n\ndata: [DONE]\n\n`;
  return { status: 200, text, headers: { 'content-type': 'text/event-stream' } };
}
