import type { Server } from 'node:http';
import type { World } from '../../world.ts';
import { pusherProtocol } from './pusher/pusher-protocol.ts';
import { serveSockets, type SocketService } from './serve-sockets.ts';
import { websocketProtocol } from './websocket/websocket-protocol.ts';

/** Realtime as the world's flavour has it, on the sockets of its server. */
export function startRealtime(server: Server, world: World): SocketService {
  return world.kchat.flavor.realtime === 'pusher'
    ? serveSockets(server, world, pusherProtocol(world))
    : serveSockets(server, world, websocketProtocol(world));
}
