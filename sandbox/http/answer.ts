import type { ServerResponse } from 'node:http';

/** What an emulated service answers: a status and one of four kinds of body. */
export interface Answer {
  status: number;
  json?: unknown;
  text?: string;
  html?: string;
  /** Comes with a `content-type` of its own. */
  bytes?: Uint8Array;
  headers?: Record<string, string>;
}

export const json = (body: unknown, status = 200): Answer => ({ status, json: body });

/** A "no" thrown out of a handler. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly answer: Answer;

  constructor(answer: Answer) {
    super('The emulated service refused a request');
    this.answer = answer;
  }
}

/**
 * Writes an answer by hand rather than with express, which would add a charset: both platforms send a bare
 * `application/json`, and the client library parses nothing else.
 */
export function send(response: ServerResponse, answer: Answer): void {
  const [type, body] = encode(answer);
  response.writeHead(answer.status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    ...answer.headers,
  });
  response.end(body);
}

function encode(answer: Answer): [type: string, body: string | Uint8Array] {
  if (answer.bytes !== undefined) return ['application/octet-stream', answer.bytes];
  if (answer.html !== undefined) return ['text/html; charset=utf-8', answer.html];
  if (answer.text !== undefined) return ['text/plain; charset=utf-8', answer.text];
  return ['application/json', JSON.stringify(answer.json)];
}
