import { z } from 'zod';
import type { ServeConfig } from '../../config.ts';
import { RemoteRefusal } from '../../errors.ts';
import { readAiAnswer } from '../../infomaniak/ai-answer.ts';
import { createHttp } from '../../infomaniak/http.ts';
import { operationOf, type ApiRequest } from '../../infomaniak/request.ts';
import { ok, warning, type Diagnosis } from '../diagnosis.ts';
import { watchFetch } from '../watched-fetch.ts';

const timeoutMs = 10_000;
const modelsShown = 10;
const modelsAnswer = z.object({ data: z.array(z.object({ id: z.string() })) });

/** Whether the model that is to write the welcomes is there: their names change. Without it the template is sent. */
export async function checkAiTools(config: ServeConfig, end: AbortSignal): Promise<Diagnosis> {
  const { INFOMANIAK_AI_PRODUCT_ID: product, INFOMANIAK_AI_MODEL: model } = config;
  if (product === undefined || model === undefined) return ok('The AI Tools are not used.');
  const request: ApiRequest = {
    method: 'GET',
    route: '/2/ai/{product}/openai/v1/models',
    ids: { product },
    priority: 'interactive',
  };
  const { fetch } = watchFetch(end);
  const http = createHttp({ apiUrl: config.INFOMANIAK_API_URL, token: config.INFOMANIAK_API_TOKEN, timeoutMs, fetch });
  try {
    const { data } = readAiAnswer(modelsAnswer, operationOf(request), await http(request));
    const names = data.map(({ id }) => id);
    if (names.includes(model)) return ok(`The AI Tools have the model ${model}.`);
    const others = names.slice(0, modelsShown).join(', ');
    return warning(`The AI Tools have no model ${model}.`, `Set INFOMANIAK_AI_MODEL to one of them: ${others}.`);
  } catch (error) {
    if (!(error instanceof RemoteRefusal) || ![401, 403, 404].includes(error.status)) throw error;
    return warning(
      `The token may not use the AI product ${product} (${error.status}).`,
      'Correct INFOMANIAK_AI_PRODUCT_ID, or give INFOMANIAK_API_TOKEN the scope ai-tools as well.',
    );
  }
}
