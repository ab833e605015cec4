import { isDeferred, pauseAfter, readAnswer } from './answer.ts';
import type { Budget } from './budget.ts';
import type { Envelope } from './envelope.ts';
import type { Http } from './http.ts';
import { defaultJobPolicy, followJob } from './job.ts';
import { operationOf, type ApiRequest } from './request.ts';
import type { OnWarning } from './warning.ts';

export interface ApiOptions {
  http: Http;
  budget: Pick<Budget, 'run' | 'pause'>;
  onWarning: OnWarning;
  jobPolicy?: typeof defaultJobPolicy;
}

/**
 * One call: waits for its turn in the budget, sends, and returns the envelope of a success. Nothing is repeated here.
 * @throws RemoteRefusal, RemoteSilence
 */
export type Api = (request: ApiRequest) => Promise<Envelope>;

/** Puts budget, HTTP and the meaning of answers together. */
export function createApi({ http, budget, onWarning, jobPolicy = defaultJobPolicy }: ApiOptions): Api {
  async function exchange(request: ApiRequest) {
    const operation = operationOf(request);
    const answer = await budget.run(operation, request.priority, async () => {
      await request.beforeSending?.();
      const received = await http(request);
      // Here and not after `run`: the next request in the queue starts as soon as this one has left it.
      const pauseMs = pauseAfter(received);
      if (pauseMs > 0) {
        budget.pause(pauseMs);
        onWarning('Infomaniak asked for a pause', { operation, status: received.status, pauseMs });
      }
      return received;
    });
    return { status: answer.status, envelope: readAnswer(operation, answer) };
  }

  return async (request) => {
    const { status, envelope } = await exchange(request);
    if (!isDeferred(status, envelope)) return envelope;
    const ask = async (look: ApiRequest) => (await exchange(look)).envelope;
    return followJob(ask, operationOf(request), request.priority, envelope, jobPolicy);
  };
}
