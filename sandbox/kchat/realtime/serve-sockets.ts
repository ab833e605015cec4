import { STATUS_CODES, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { World } from '../../world.ts';
import type { Listener, Protocol } from './protocol.ts';
import type { Realtime } from './realtime.ts';

export interface SocketService extends Realtime {
  /** Cuts all sockets off, without a word. */
  close(): void;
}

/** Serves a protocol on the sockets of a server, and tells its listeners what happens in the world. */
export function serveSockets<Event>(server: Server, world: World, protocol: Protocol<Event>): SocketService {
  const sockets = new WebSocketServer({ noServer: true });
  const listeners = new Map<WebSocket, Listener<Event>>();
  let isCut = false;
  let isMuted = false;

  server.on('upgrade', (request, connection, head) => {
    const { pathname } = new URL(request.url ?? '/', world.origin);
    if (isCut) {
      refuse(connection, 503);
    } else if (!protocol.isAt(pathname)) {
      refuse(connection, 404);
    } else {
      sockets.handleUpgrade(request, connection, head, (socket) => {
        // A reset of the connection is an error first; what matters is that it is closed.
        socket.on('error', () => undefined);
        socket.on('close', () => listeners.delete(socket));
        listeners.set(socket, protocol.answer(socket, request));
      });
    }
  });

  const unsubscribe = world.happenings.subscribe((happening) => {
    if (isMuted || listeners.size === 0) return;
    for (const event of protocol.translate(happening)) {
      for (const listener of listeners.values()) listener.hear(event);
    }
  });

  const drop = () => {
    for (const socket of listeners.keys()) protocol.hangUp(socket);
    listeners.clear();
  };
  return {
    connections: () => [...listeners.values()].filter((listener) => listener.isListening()).length,
    drop,
    cut: () => {
      isCut = true;
      drop();
    },
    restore: () => {
      isCut = false;
      isMuted = false;
    },
    mute: (muted = true) => {
      isMuted = muted;
    },
    close: () => {
      unsubscribe();
      for (const socket of sockets.clients) socket.terminate();
    },
  };
}

function refuse(connection: Duplex, status: number): void {
  connection.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}
