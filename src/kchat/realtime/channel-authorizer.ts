import type { ChannelAuthorizationHandler } from 'pusher-js';
import { z } from 'zod';
import type { Http } from '../http.ts';
import { read } from '../read.ts';

const authorizationAnswer = z
  .looseObject({ auth: z.string(), channel_data: z.string().optional() })
  .describe('a channel authorization');

/** Asks kChat for the right to hear a channel: a form at `/broadcasting/auth`, not under `/api/v4` (kChat: section 3). */
export function createChannelAuthorizer(http: Http, url: string, token: string): ChannelAuthorizationHandler {
  return ({ channelName, socketId }, callback) => {
    const form = new URLSearchParams({ channel_name: channelName, socket_id: socketId });
    const operation = 'POST /broadcasting/auth';
    const answer = http({ method: 'post', url: `${url}/broadcasting/auth`, operation, token, form });
    read(
      authorizationAnswer,
      answer.then((text) => JSON.parse(text) as unknown),
    ).then(
      (authorization) => {
        callback(null, authorization as { auth: string });
      },
      (error: unknown) => {
        callback(error instanceof Error ? error : new Error('no authorization'), null);
      },
    );
  };
}
