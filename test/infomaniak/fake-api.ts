import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach } from 'vitest';

export interface ReceivedRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: unknown;
}

/** What to answer: a status with JSON (or, given a string, the bare text), or something done to the connection. */
export type FakeAnswer =
  { status: number; body: unknown; headers?: Record<string, string> } | ((response: ServerResponse) => void);

/** A scripted HTTP server: it knows nothing about Infomaniak but the envelope. */
export class FakeApi {
  readonly received: ReceivedRequest[] = [];
  answer: (request: ReceivedRequest) => FakeAnswer = () => success(true);
  readonly #server: Server = createServer((request, response) => {
    void this.#handle(request, response);
  });

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** One line per request received, without the query. */
  get log(): string[] {
    return this.received.map(({ method, path }) => `${method} ${path}`);
  }

  /** Answers each request with the next of these; the last one serves for all that follow. */
  answerWith(...answers: [FakeAnswer, ...FakeAnswer[]]): void {
    const first = this.received.length;
    this.answer = () => answers[Math.min(this.received.length - first, answers.length) - 1] ?? answers[0];
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url);
    const body = await text(request);
    const received: ReceivedRequest = {
      method: request.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      body: body === '' ? undefined : JSON.parse(body),
    };
    this.received.push(received);
    const answer = this.answer(received);
    if (typeof answer === 'function') {
      answer(response);
      return;
    }
    const isText = typeof answer.body === 'string';
    response.writeHead(answer.status, { 'content-type': isText ? 'text/html' : 'application/json', ...answer.headers });
    response.end(isText ? answer.body : JSON.stringify(answer.body));
  }
}

/** A fake API of its own for each test of the file. */
export function useFakeApi(): { readonly current: FakeApi } {
  const holder = { current: new FakeApi() };
  beforeEach(async () => {
    holder.current = new FakeApi();
    await holder.current.start();
  });
  afterEach(() => holder.current.stop());
  return holder;
}

export function success(data: unknown, siblings: Record<string, unknown> = {}): FakeAnswer {
  return { status: 200, body: { result: 'success', data, ...siblings } };
}

export function failure(status: number, code: string, more: Record<string, unknown> = {}): FakeAnswer {
  return { status, body: { result: 'error', error: { code, description: 'Something went wrong', ...more } } };
}
