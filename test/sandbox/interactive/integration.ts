import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach } from 'vitest';

export interface Heard {
  path: string;
  type: string;
  authorization: string | undefined;
  body: Record<string, unknown>;
}

/** What the integration answers: a JSON body, or a status and a text of any kind, or nothing but a cut connection. */
export type Answered = { json: unknown } | { status: number; text: string } | 'cut';

export interface Integration {
  url: string;
  /** Oldest first. */
  heard: Heard[];
  /** From now on, unless it is called with the path that alone shall answer so. */
  answer(answered: Answered, path?: string): void;
}

/** A small server of cards and forms, new for each test of the file. */
export function useIntegration(): () => Integration {
  let server: Server | undefined;
  let running: Integration | undefined;
  beforeEach(async () => {
    const heard: Heard[] = [];
    const answers = new Map<string, Answered>();
    const listening = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => {
        const path = request.url ?? '';
        const type = request.headers['content-type'] ?? '';
        heard.push({ path, type, authorization: request.headers.authorization, body: bodyOf(type, text) });
        const answered = answers.get(path) ?? answers.get('') ?? { json: {} };
        if (answered === 'cut') request.socket.destroy();
        else if ('json' in answered)
          response.setHeader('content-type', 'application/json').end(JSON.stringify(answered.json));
        else response.writeHead(answered.status).end(answered.text);
      });
    });
    server = listening;
    await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
    running = {
      url: `http://127.0.0.1:${(listening.address() as AddressInfo).port}`,
      heard,
      answer: (answered, path = '') => {
        answers.set(path, answered);
      },
    };
  });
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });
  return () => {
    if (!running) throw new Error('The integration is not running');
    return running;
  };
}

function bodyOf(type: string, text: string): Record<string, unknown> {
  const isForm = type.startsWith('application/x-www-form-urlencoded');
  return isForm ? Object.fromEntries(new URLSearchParams(text)) : (JSON.parse(text) as Record<string, unknown>);
}
