import { z } from 'zod';
import { openWithinMs, type Connect } from './connect.ts';

/** Silence that long is worth a question, twice that long is the end; the server sends pings of its own every minute. */
const pingEveryMs = 30_000;

const messageSchema = z.looseObject({
  event: z.string().optional(),
  data: z.unknown(),
  seq_reply: z.number().optional(),
  status: z.string().optional(),
});

/**
 * Mattermost's own WebSocket. The client library's is not used: it logs to standard output, throws on a broken
 * message, and never gets over a reconnection to a server without `connection_id` (docs/decisions/0004).
 * @param url origin of the server.
 */
export function connectMattermost(url: string, token: string): Connect {
  const address = `${url.replace(/^http/, 'ws')}/api/v4/websocket`;
  return (listener, signal) =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(address);
      let isOpen = false;
      let lastHeardAt = Date.now();
      let sequence = 1;
      const send = (action: string, data: object = {}) => {
        socket.send(JSON.stringify({ seq: sequence++, action, data }));
      };

      const end = (reason: string) => {
        clearTimeout(opening);
        clearInterval(pinging);
        signal.removeEventListener('abort', stop);
        socket.close();
        if (isOpen) resolve(reason);
        else reject(new Error(`Mattermost's WebSocket could not be opened: ${reason}`));
      };
      const stop = () => {
        end('stopped');
      };
      const opening = setTimeout(() => {
        end('no greeting in time');
      }, openWithinMs);
      const pinging = setInterval(() => {
        if (Date.now() - lastHeardAt > 2 * pingEveryMs) end('the server has fallen silent');
        else if (socket.readyState === WebSocket.OPEN) send('ping');
      }, pingEveryMs);
      signal.addEventListener('abort', stop);

      socket.addEventListener('open', () => {
        send('authentication_challenge', { token });
      });
      socket.addEventListener('message', ({ data }) => {
        lastHeardAt = Date.now();
        const message = messageSchema.safeParse(parseJson(data)).data;
        if (message?.status === 'FAIL' && !isOpen) end('the token was refused');
        if (message?.event === undefined) return;
        if (message.event === 'hello' && !isOpen) {
          isOpen = true;
          clearTimeout(opening);
          listener.onOpen();
        } else {
          listener.onEvent(message.event, message.data);
        }
      });
      socket.addEventListener('close', ({ code }) => {
        end(`closed with code ${code}`);
      });
      if (signal.aborted) stop();
    });
}

function parseJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text)) as unknown;
  } catch {
    return undefined;
  }
}
