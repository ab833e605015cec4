import { z } from 'zod';
import type { ServeConfig } from '../../config.ts';
import { RemoteRefusal } from '../../errors.ts';
import { createHttp } from '../../kchat/http.ts';
import { read } from '../../kchat/read.ts';
import { failure, ok, type Diagnosis } from '../diagnosis.ts';
import { watchFetch } from '../watched-fetch.ts';

/** kChat's public settings, one flat map (kChat: section 5). */
const settingsAnswer = z.record(z.string(), z.string()).describe('the settings of kChat');

export interface KchatServer {
  url: string;
  fetch: typeof fetch;
  skewMs: number | undefined;
}

/** Whether a kChat, or a Mattermost server, answers at KCHAT_URL; asked without any token. */
export async function checkKchat({ KCHAT_URL: url }: ServeConfig, end: AbortSignal): Promise<Diagnosis<KchatServer>> {
  const { fetch, skewMs } = watchFetch(end);
  const http = createHttp({ fetch });
  const operation = 'GET /api/v4/config/client';
  try {
    const answer = http({ method: 'get', url: `${url}/api/v4/config/client?format=old`, operation });
    const { Version: version } = await read(settingsAnswer, answer.then(parseJson));
    const named = version === undefined ? '' : ` (version ${version})`;
    return ok(`kChat answers at ${url}${named}.`, {
      url,
      fetch,
      skewMs: skewMs(),
    });
  } catch (error) {
    if (!(error instanceof RemoteRefusal) || error.status !== 404) throw error;
    return failure(
      `What answers at ${url} is no kChat.`,
      'Correct KCHAT_URL: the address of your kChat, without a path.',
    );
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
