import type { ServeConfig } from '../../config.ts';
import { RemoteRefusal } from '../../errors.ts';
import { createApi, type Api } from '../../infomaniak/api.ts';
import { createBudget } from '../../infomaniak/budget.ts';
import { createHttp } from '../../infomaniak/http.ts';
import { failure, ok, type Diagnosis } from '../diagnosis.ts';
import { watchFetch } from '../watched-fetch.ts';

const timeoutMs = 10_000;

export interface Provider {
  api: Api;
  /** How the token fared: `undefined` when it was accepted. */
  refusal: RemoteRefusal | undefined;
  skewMs: number | undefined;
}

/** Whether Infomaniak's API answers. The call is one that any valid token may make (Infomaniak: section 1). */
export async function checkInfomaniak(config: ServeConfig, end: AbortSignal): Promise<Diagnosis<Provider>> {
  const { fetch, skewMs } = watchFetch(end);
  const api = createApi({
    http: createHttp({ apiUrl: config.INFOMANIAK_API_URL, token: config.INFOMANIAK_API_TOKEN, timeoutMs, fetch }),
    budget: createBudget({ ratePerMinute: config.INFOMANIAK_RATE_PER_MINUTE, signal: end }),
    onWarning: () => undefined,
  });
  const reached = (refusal?: RemoteRefusal) => ok('Infomaniak’s API answers.', { api, refusal, skewMs: skewMs() });
  try {
    await api({ method: 'GET', route: '/1/accounts', ids: {}, priority: 'interactive' });
    return reached();
  } catch (error) {
    if (!(error instanceof RemoteRefusal)) throw error;
    if (error.status === 401 || error.status === 403) return reached(error);
    if (error.status !== 404) throw error;
    return failure('What answers is not Infomaniak’s API.', 'Correct INFOMANIAK_API_URL, or leave it out.');
  }
}
