import { z } from 'zod';
import { json } from '../../../http/answer.ts';
import type { Route } from '../../../http/route.ts';
import type { World } from '../../../world.ts';
import type { Person } from '../../documents.ts';
import { route } from '../../kchat-route.ts';
import { forbidden } from '../../refusal.ts';
import { authFor, mayListen } from './authorization.ts';

/** kChat: where a client gets leave to subscribe, outside `/api/v4`; section 3. */
export function authRoute(world: World): Route<Person> {
  return route({
    method: 'post',
    path: '/auth',
    body: z.strictObject({ channel_name: z.string().min(1), socket_id: z.string().regex(/^\d+\.\d+$/) }),
    answer: ({ caller, body: { channel_name: channel, socket_id: socketId } }) => {
      if (!mayListen(world, caller, channel)) throw forbidden();
      if (!channel.startsWith('presence-')) {
        return json({ auth: authFor(world, { socketId, channel, channelData: undefined }) });
      }
      const channelData = JSON.stringify({ user_id: caller.id, user_info: { username: caller.username } });
      return json({ auth: authFor(world, { socketId, channel, channelData }), channel_data: channelData });
    },
  });
}
