import type { World } from '../../../world.ts';
import type { Protocol } from '../protocol.ts';
import { converse } from './converse.ts';
import type { PusherEvent } from './pusher-event.ts';
import { pusherEvents } from './translate.ts';

/** Pusher protocol: the client shall connect again, after a pause; kChat: section 3. */
const reconnectLater = 4200;

/** kChat's realtime, version 7 of the Pusher protocol. */
export function pusherProtocol(world: World): Protocol<PusherEvent> {
  return {
    // Any key gets a socket, on which it is told when it is wrong.
    isAt: (path) => /^\/app\/[^/]+$/.test(path),
    translate: (happening) => pusherEvents(world, happening),
    answer: (socket, request) => converse(world, socket, request),
    hangUp: (socket) => {
      socket.close(reconnectLater);
    },
  };
}
