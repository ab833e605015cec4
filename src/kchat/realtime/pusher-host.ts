import { z } from 'zod';
import type { Http } from '../http.ts';
import { read } from '../read.ts';

/** Where kChat's events come from when it does not say (kChat: section 3). */
const usualHost = 'websocket.kchat.infomaniak.com';

const configAnswer = z.looseObject({ WebsocketURL: z.string().nullish() }).describe('the configuration for clients');

export interface PusherHost {
  host: string;
  port: number;
  tls: boolean;
}

/** Asks kChat where its Pusher server is. */
export async function findPusherHost(http: Http, url: string, token: string): Promise<PusherHost> {
  const operation = 'GET /api/v4/config/client';
  const answer = http({ method: 'get', url: `${url}/api/v4/config/client?format=old`, operation, token });
  const { WebsocketURL } = await read(
    configAnswer,
    answer.then((text) => JSON.parse(text) as unknown),
  );
  return hostOf(WebsocketURL ?? '', url);
}

/** Without encryption only where kChat itself is spoken to without it, as on one's own machine. */
function hostOf(told: string, kchatUrl: string): PusherHost {
  const { protocol, hostname, port } = addressOf(told === '' ? usualHost : told);
  const tls = kchatUrl.startsWith('https:') || protocol !== 'ws:';
  return { host: hostname, port: Number(port) || (tls ? 443 : 80), tls };
}

function addressOf(told: string): URL {
  const address = URL.parse(/^[a-z]+:\/\//i.test(told) ? told.replace(/^http/i, 'ws') : `wss://${told}`);
  return address ?? new URL(`wss://${usualHost}`);
}
