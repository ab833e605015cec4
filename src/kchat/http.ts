import { RemoteRefusal } from '../errors.ts';
import { systemClock } from '../ports/clock.ts';
import type { Clock } from '../ports/clock.ts';
import { firstBytes, readLimited } from '../read-limited.ts';
import { refusal } from './refusal.ts';
import { silence } from './silence.ts';

export interface ObservedRequest {
  operation: string;
  /** Missing when no answer came. */
  status?: number | undefined;
  durationMs: number;
}

export interface HttpOptions {
  /** Limit for a whole exchange, body included, in milliseconds. */
  timeoutMs?: number | undefined;
  fetch?: typeof fetch | undefined;
  onRequest?: ((request: ObservedRequest) => void) | undefined;
  clock?: Clock | undefined;
}

export interface HttpRequest {
  method: string;
  url: string;
  /** Names the call in errors and logs; holds no id, address or token. */
  operation: string;
  token?: string | undefined;
  /** JSON, already written. */
  body?: string | undefined;
  /** A form instead of JSON. */
  form?: URLSearchParams | FormData | undefined;
}

/** Sends one request and returns the body of a successful answer. */
export type Http = (request: HttpRequest) => Promise<string>;

/**
 * As `Http`, for what may be no text.
 * @param mostBytes no more than one byte above this is read, so that a file without end fills no memory.
 */
export type Download = (request: HttpRequest, mostBytes: number) => Promise<Buffer>;

/**
 * The only place where kChat is spoken to. Redirects are not followed, so a token never travels to another address;
 * they surface as refusals with their status.
 * @throws RemoteRefusal for every answer but a 2xx, with status, words and the wait that was asked for.
 * @throws RemoteSilence when no whole answer came.
 */
export function createHttp(options: HttpOptions): Http {
  return (request) => exchange(options, request, readLimited);
}

/** @throws RemoteRefusal, RemoteSilence as `createHttp` does. */
export function createDownload(options: HttpOptions): Download {
  return (request, mostBytes) => exchange(options, request, (response) => firstBytes(response, mostBytes + 1));
}

async function exchange<Body>(
  options: HttpOptions,
  request: HttpRequest,
  bodyOf: (response: Response) => Promise<Body>,
): Promise<Body> {
  const { timeoutMs = 10_000, fetch: send = fetch, onRequest, clock = systemClock } = options;
  const { operation } = request;
  const started = performance.now();
  let status: number | undefined;
  try {
    const response = await send(request.url, { ...init(request), signal: AbortSignal.timeout(timeoutMs) });
    status = response.status;
    if (!response.ok) throw refusal(operation, response, await readLimited(response), clock.now());
    return await bodyOf(response);
  } catch (error) {
    throw error instanceof RemoteRefusal ? error : silence(operation, error);
  } finally {
    onRequest?.({ operation, status, durationMs: performance.now() - started });
  }
}

function init({ method, token, body, form }: HttpRequest): RequestInit {
  return {
    method: method.toUpperCase(),
    redirect: 'manual',
    headers: {
      // Without it kChat may answer with HTML or a redirect, and without English its messages follow the account.
      Accept: 'application/json',
      'Accept-Language': 'en',
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
    },
    // fetch names the content type of a form itself.
    ...(body !== undefined && { body }),
    ...(form !== undefined && { body: form }),
  };
}
