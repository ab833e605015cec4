import type { Hint, Realtime } from '../../ports/realtime.ts';
import { createHttp } from '../http.ts';
import type { Connect } from './connect.ts';
import { connectToAny } from './connect-to-any.ts';
import { findKind, type RealtimeKind } from './find-kind.ts';
import { keepConnected, type RealtimeLog } from './keep-connected.ts';
import { connectMattermost } from './mattermost.ts';
import { connectPusher, type PusherOptions } from './pusher.ts';

export interface RealtimeOptions extends Omit<PusherOptions, 'http'> {
  kind: RealtimeKind | 'auto';
  log: RealtimeLog;
  onHint: (hint: Hint) => void;
}

/** Listens to kChat, or to a Mattermost server, until it is stopped. It never fails: without it polling is the truth. */
export function startRealtime({ kind, log, onHint, ...server }: RealtimeOptions): Realtime {
  const onFound = (found: RealtimeKind) => {
    log.info({ realtime: found }, `arrivals are heard at once, by ${names[found]}`);
  };
  return keepConnected({ connect: createConnect(kind, server, onFound), onHint, log });
}

const names = { pusher: 'the Pusher protocol (kChat)', mattermost: 'Mattermost’s WebSocket' } as const;

/** What connects to the kind that is asked for; `auto` asks the server. */
export function createConnect(
  kind: RealtimeKind | 'auto',
  server: Omit<PusherOptions, 'http'>,
  onFound: (kind: RealtimeKind) => void,
): Connect {
  const http = createHttp({});
  const { url, token } = server;
  const connectors = { pusher: connectPusher({ ...server, http }), mattermost: connectMattermost(url, token) };
  const order = async () => (kind === 'auto' ? likeliestFirst(await findKind(http, url, token)) : [kind]);
  return connectToAny({ order, connectors, onFound });
}

function likeliestFirst(kind: RealtimeKind | undefined): readonly RealtimeKind[] {
  return kind === 'mattermost' ? ['mattermost', 'pusher'] : ['pusher', 'mattermost'];
}
