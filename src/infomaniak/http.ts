import { readLimited } from '../read-limited.ts';
import { startDeadline } from './deadline.ts';
import { addressOf, operationOf, type ApiRequest } from './request.ts';
import { brokenOff } from './silence.ts';

export interface RequestObservation {
  operation: string;
  /** `undefined` when no answer came. */
  status: number | undefined;
  durationMs: number;
}

export interface HttpOptions {
  apiUrl: string;
  token: string;
  /** From sending the request to the last byte of the answer. */
  timeoutMs: number;
  fetch: typeof fetch;
  /** Breaks off what is under way. */
  signal?: AbortSignal | undefined;
  onRequest?: ((observation: RequestObservation) => void) | undefined;
}

export interface HttpAnswer {
  status: number;
  headers: Headers;
  body: string;
}

export type Http = (request: ApiRequest) => Promise<HttpAnswer>;

/**
 * One HTTP request, nothing repeated, whatever status comes back.
 * @throws RemoteSilence when no complete answer came
 */
export function createHttp(options: HttpOptions): Http {
  return async (request) => {
    const operation = operationOf(request);
    const startedAt = performance.now();
    const deadline = startDeadline(options.timeoutMs, options.signal);
    let status: number | undefined;
    try {
      const response = await options.fetch(addressOf(options.apiUrl, request), {
        ...payloadOf(request, options.token),
        // The token must not follow a redirect to another place; the 3xx itself is the answer.
        redirect: 'manual',
        signal: deadline.signal,
      });
      status = response.status;
      return { status, headers: response.headers, body: await readLimited(response) };
    } catch (error) {
      throw brokenOff(operation, deadline.hasPassed(), error);
    } finally {
      deadline.clear();
      options.onRequest?.({ operation, status, durationMs: performance.now() - startedAt });
    }
  };
}

function payloadOf({ method, body }: ApiRequest, token: string): RequestInit {
  const headers = { accept: 'application/json', authorization: `Bearer ${token}` };
  if (body === undefined) return { method, headers };
  return { method, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
