import { isRemoteError, RemoteRefusal } from '../../errors.ts';
import type { Http } from '../http.ts';

export type RealtimeKind = 'pusher' | 'mattermost';

/**
 * Which realtime a server speaks, from a plain request to the route of Mattermost's WebSocket. Mattermost has the route
 * and asks for an upgrade (400 with `api.web_socket.connect.upgrade.app_error` on 5.37, 426 by the standard); kChat has
 * none (inferred: 404).
 * @returns undefined when the answer tells nothing; then each has to be tried.
 */
export async function findKind(http: Http, url: string, token: string): Promise<RealtimeKind | undefined> {
  try {
    const operation = 'GET /api/v4/websocket';
    await http({ method: 'get', url: `${url}/api/v4/websocket`, operation, token });
    return undefined;
  } catch (error) {
    if (!isRemoteError(error)) throw error;
    if (!(error instanceof RemoteRefusal)) return undefined;
    if (error.status === 404) return 'pusher';
    return error.status === 400 || error.status === 426 ? 'mattermost' : undefined;
  }
}
