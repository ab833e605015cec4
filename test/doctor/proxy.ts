import type { ServerResponse } from 'node:http';
import { startRawServer } from '../kchat/raw-server.ts';

/** Answers a request itself and says so, or leaves it to the server behind. */
export type Interference = (path: string, response: ServerResponse) => boolean;

/** Passes requests on to a server, and lets the test interfere. Returns its origin; closed when the test ends. */
export function startProxy(target: string, interfere: Interference): Promise<string> {
  return startRawServer((request, response) => {
    const path = request.url ?? '';
    if (interfere(path, response)) return;
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const { authorization = '', 'content-type': type = 'application/json' } = request.headers;
      const answer = await fetch(`${target}${path}`, {
        method: request.method ?? 'GET',
        headers: { authorization, 'content-type': type, 'accept-language': 'en' },
        ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
      });
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
    })();
  });
}

/** Answers paths that match with JSON. */
export function answering(pattern: RegExp, json: unknown, status = 200): Interference {
  return (path, response) => {
    if (!pattern.test(path)) return false;
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
    return true;
  };
}
