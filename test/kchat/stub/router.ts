import type { IncomingMessage } from 'node:http';

/** One request as a handler sees it; path parts are decoded. */
export interface StubRequest {
  params: string[];
  query: URLSearchParams;
  body: unknown;
  /** User id behind the token. */
  userId: string;
}

export class StubProblem extends Error {
  readonly status: number;
  readonly id: string;

  constructor(status: number, id: string, message: string) {
    super(message);
    this.status = status;
    this.id = id;
  }
}

export interface StubRoute {
  method: string;
  /** With `*` for a part that varies, such as `/users/*`. */
  path: string;
  /** Status of a success. */
  status: number;
  handle: (request: StubRequest) => unknown;
}

export function route(line: string, status: number, handle: StubRoute['handle']): StubRoute {
  const [method = '', path = ''] = line.split(' ');
  return { method, path, status, handle };
}

/** The decoded values of the `*` parts, or `undefined` when the route is another one. */
export function match({ method, path }: StubRoute, askedMethod: string, askedPath: string): string[] | undefined {
  const wanted = path.split('/');
  const asked = askedPath.split('/');
  if (method !== askedMethod || wanted.length !== asked.length) return undefined;
  const params: string[] = [];
  for (const [index, part] of wanted.entries()) {
    const value = asked[index] ?? '';
    if (part === '*') params.push(decodeURIComponent(value));
    else if (part !== value) return undefined;
  }
  return params;
}

export async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
