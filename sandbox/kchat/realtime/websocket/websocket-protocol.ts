import type { World } from '../../../world.ts';
import type { Protocol } from '../protocol.ts';
import { converse } from './converse.ts';
import { websocketEvents } from './translate.ts';
import type { WebsocketEvent } from './websocket-event.ts';

/** Mattermost's WebSocket. */
export function websocketProtocol(world: World): Protocol<WebsocketEvent> {
  return {
    isAt: (path) => path === '/api/v4/websocket',
    translate: (happening) => websocketEvents(world, happening),
    answer: (socket, request) => converse(world, socket, request),
    // Mattermost, observed: without a closing frame.
    hangUp: (socket) => {
      socket.terminate();
    },
  };
}
