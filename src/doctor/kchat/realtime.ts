import { ok, warning, type Diagnosis } from '../diagnosis.ts';
import { greets } from './greets.ts';
import type { KchatServer } from './server.ts';

/** Where kChat speaks the Pusher protocol: its public key, and the version its own clients name (kChat: section 3). */
const pusherPath = '/app/kchat-key?protocol=7&client=js&version=8.3.0&flash=false';

/** Which way of telling arrivals at once the server offers. Neither needs a token to say that it is there. */
export async function checkRealtime({ url, websocketUrl }: KchatServer, end: AbortSignal): Promise<Diagnosis> {
  const [pusher, mattermost] = await Promise.all([
    websocketUrl !== undefined && greets(`${websocketUrl}${pusherPath}`, 'pusher:connection_established', end),
    greets(`${url.replace(/^http/, 'ws')}/api/v4/websocket`, undefined, end),
  ]);
  if (pusher) return ok('Arrivals are told at once, by the Pusher protocol (kChat).');
  if (mattermost) return ok('Arrivals are told at once, by Mattermost’s WebSocket.');
  return warning(
    'No realtime connection comes about; arrivals are noticed at the next poll only.',
    'Let firewall and proxy pass WebSockets to kChat, or live with POLL_SCHEDULE.',
  );
}
