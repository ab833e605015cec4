import { WebSocket } from 'ws';
import type { ContractTarget, Person } from '../target/target.ts';
import { chatApi, done } from './chat-api.ts';

interface Frame {
  event: string;
  channel?: string;
  data?: string | Record<string, unknown>;
}

/** kChat's Pusher connection, subscribed to what concerns one person (kChat: section 3). */
export async function openPusherSocket(
  { url, team }: ContractTarget,
  { id, token }: Person,
  hear: (event: string, data: Record<string, unknown>) => void,
): Promise<WebSocket> {
  const config = await done(chatApi(url, token)('GET', '/config/client?format=old'));
  const host = config.body.WebsocketURL;
  const origin = /^wss?:/.test(host) ? host : `wss://${host}`;
  const socket = new WebSocket(`${origin}/app/kchat-key?protocol=7&client=js&version=8.3.0&flash=false`);
  const waiting = new Set([`private-team.${team.id}`, `presence-teamUser.${id}`]);

  return new Promise((resolve, reject) => {
    const subscribe = async (socketId: string) => {
      for (const channel of waiting) {
        const permission = await authorize(url, token, channel, socketId);
        socket.send(JSON.stringify({ event: 'pusher:subscribe', data: { channel, ...permission } }));
      }
    };
    socket.once('error', reject);
    socket.on('message', (message: Buffer) => {
      const { event, channel = '', data } = JSON.parse(message.toString()) as Frame;
      const content = typeof data === 'string' ? (JSON.parse(data) as Record<string, unknown>) : (data ?? {});
      switch (event) {
        case 'pusher:connection_established':
          void subscribe(String(content.socket_id)).catch(reject);
          break;
        case 'pusher:ping':
          socket.send(JSON.stringify({ event: 'pusher:pong', data: {} }));
          break;
        case 'pusher_internal:subscription_succeeded':
          waiting.delete(channel);
          if (waiting.size === 0) resolve(socket);
          break;
        default:
          hear(event, content);
      }
    });
  });
}

async function authorize(url: string, token: string, channel: string, socketId: string): Promise<object> {
  const response = await fetch(`${url}/broadcasting/auth`, {
    method: 'POST',
    headers: { connection: 'close', accept: 'application/json', authorization: `Bearer ${token}` },
    body: new URLSearchParams({ channel_name: channel, socket_id: socketId }),
  });
  if (!response.ok)
    throw new Error(`The subscription of ${channel.split('.', 1)[0] ?? ''} was refused: ${response.status}`);
  return (await response.json()) as object;
}
