import { until } from '../../support/until.ts';
import { call } from '../sandbox-client.ts';
import { listenAt, type Ear, type Message } from './ear.ts';

export interface PusherEar extends Ear {
  socketId: string;
  /** Asks for leave and subscribes. */
  subscribe(channel: string): Promise<void>;
  /** What came as this event, with its data read. */
  events(event: string): { channel: string; data: Message }[];
  /** Answered after everything that was sent before. */
  roundTrip(): Promise<void>;
}

/** Leave to subscribe, as kChat's clients ask for it: a form, outside of `/api/v4`. */
export async function askLeave(origin: string, token: string, channel: string, socketId: string) {
  const response = await fetch(`${origin}/broadcasting/auth`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: new URLSearchParams({ channel_name: channel, socket_id: socketId }),
  });
  const body = (await response.json()) as { auth: string; channel_data?: string };
  return { status: response.status, body };
}

/** Somebody who listens to the sandbox's Pusher. */
export async function pusherEar(origin: string, token: string, key = 'kchat-key'): Promise<PusherEar> {
  const config = await call(`${origin}/api/v4/config/client?format=old`, 'GET');
  const { WebsocketURL: address } = config.body as unknown as { WebsocketURL: string };
  const ear = await listenAt(`${address}/app/${key}?protocol=7&client=js&version=8.3.0&flash=false`);
  const { data } = key === 'kchat-key' ? await ear.message({ event: 'pusher:connection_established' }) : { data: '{}' };
  const { socket_id: socketId = '' } = JSON.parse(String(data)) as { socket_id?: string };
  const read = (message: Message) => ({
    channel: String(message.channel),
    data: JSON.parse(String(message.data)) as Message,
  });
  return {
    ...ear,
    socketId,
    subscribe: async (channel) => {
      const { body } = await askLeave(origin, token, channel, socketId);
      ear.say({ event: 'pusher:subscribe', data: { channel, ...body } });
      await ear.message({ event: 'pusher_internal:subscription_succeeded', channel });
    },
    events: (event) => ear.heard(event).map(read),
    roundTrip: async () => {
      const before = ear.heard('pusher:pong').length;
      ear.say({ event: 'pusher:ping', data: {} });
      await until('a pong', () => ear.heard('pusher:pong').length > before, 5_000);
    },
  };
}
