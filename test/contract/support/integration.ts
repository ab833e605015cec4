import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { until } from '../../support/until.ts';
import type { ContractTarget } from '../target/target.ts';

/** A small program in the bot's place, which answers what it is told to and keeps what it was sent. */
export interface Integration {
  /** The address under which the server reaches a path of it. */
  url(path: string): string;
  /** From now on this is answered there. */
  answer(path: string, body: unknown): void;
  /** Waits for the newest call of a path. */
  called(path: string): Promise<Call>;
  close(): Promise<void>;
}

export interface Call {
  headers: IncomingHttpHeaders;
  text: string;
}

/** Where slash commands arrive, the bot's own registered one. */
export const commandPath = '/kchat/command';

/** @param target whose bot is stopped, so that its address is free */
export async function startIntegration({ reach }: ContractTarget): Promise<Integration> {
  const answers = new Map<string, unknown>();
  const calls = new Map<string, Call>();
  const server = createServer((request, response) => {
    void textOf(request).then((text) => {
      const { pathname } = new URL(request.url ?? '/', 'http://integration');
      calls.set(pathname, { headers: request.headers, text });
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answers.get(pathname) ?? {}));
    });
  });
  server.listen(reach.port, reach.host);
  await once(server, 'listening');
  return {
    url: (path) => reach.publicUrl + path,
    answer: (path, body) => {
      calls.delete(path);
      answers.set(path, body);
    },
    called: (path) => until(`a call of ${path}`, () => calls.get(path)),
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
