import { WebSocket } from 'ws';
import type { ContractTarget, Person } from '../target/target.ts';

interface Frame {
  event?: string;
  data?: Record<string, unknown>;
}

/** Mattermost's own WebSocket, signed in as a person and past its `hello`. */
export function openMattermostSocket(
  { url }: ContractTarget,
  { token }: Person,
  hear: (event: string, data: Record<string, unknown>) => void,
): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/api/v4/websocket`);
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('open', () => {
      socket.send(JSON.stringify({ seq: 1, action: 'authentication_challenge', data: { token } }));
    });
    socket.on('message', (frame: Buffer) => {
      const { event, data = {} } = JSON.parse(frame.toString()) as Frame;
      if (event === 'hello') resolve(socket);
      if (event !== undefined) hear(event, data);
    });
  });
}
