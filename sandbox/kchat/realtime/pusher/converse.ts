import { randomInt } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { WebSocket } from 'ws';
import type { World } from '../../../world.ts';
import type { Listener } from '../protocol.ts';
import { appKey, authFor } from './authorization.ts';
import { readMessage, type Subscribe } from './message.ts';
import type { PusherEvent } from './pusher-event.ts';

/** kChat: seconds of silence after which a client should ask whether the line still stands; section 3. */
const activityTimeout = 30;

/** One connection: subscriptions, each with the proof it takes, and pings. What clients tell each other is dropped. */
export function converse(world: World, socket: WebSocket, request: IncomingMessage): Listener<PusherEvent> {
  const subscribed = new Set<string>();
  const socketId = `${randomInt(1e9)}.${randomInt(1e9)}`;
  /** Pusher protocol: `data` is a JSON text inside the JSON. */
  const send = (event: string, data: unknown, channel?: string) => {
    socket.send(JSON.stringify({ event, ...(channel !== undefined && { channel }), data: JSON.stringify(data) }));
  };
  const subscribe = ({ channel, auth, channelData }: Subscribe) => {
    if (auth !== authFor(world, { socketId, channel, channelData })) {
      send('pusher:error', { code: 4009, message: 'Connection is unauthorized' });
      return;
    }
    subscribed.add(channel);
    send('pusher_internal:subscription_succeeded', presence(channelData), channel);
  };

  if (keyOf(request) === appKey) {
    send('pusher:connection_established', { socket_id: socketId, activity_timeout: activityTimeout });
  } else {
    send('pusher:error', { code: 4001, message: 'Application does not exist' });
    socket.close(4001);
  }
  socket.on('message', (words: Buffer) => {
    const message = readMessage(words.toString());
    if (!message) send('pusher:error', { code: 4200, message: 'Invalid message format' });
    else if (message.event === 'pusher:ping') send('pusher:pong', {});
    else if (message.event === 'pusher:subscribe') subscribe(message.data);
    else if (message.event === 'pusher:unsubscribe') subscribed.delete(message.data.channel);
  });

  return {
    isListening: () => subscribed.size > 0,
    hear: ({ event, data, channels }) => {
      for (const channel of channels) {
        if (subscribed.has(channel)) send(event, data, channel);
      }
    },
  };
}

function keyOf({ url = '' }: IncomingMessage): string {
  return /^\/app\/([^/?]+)/.exec(url)?.[1] ?? '';
}

/** Pusher protocol: who is in a presence channel; here always the subscriber alone. */
function presence(channelData: string | undefined): object {
  if (channelData === undefined) return {};
  const { user_id: id, user_info: info } = JSON.parse(channelData) as { user_id: string; user_info: unknown };
  return { presence: { count: 1, ids: [id], hash: { [id]: info } } };
}
