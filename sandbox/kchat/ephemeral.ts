import type { World } from '../world.ts';
import { newPostId } from './ids.ts';
import type { EphemeralPost } from './state.ts';

/** Shows something to one person. A real server sends it over realtime and forgets it. */
export function showPrivately(
  world: World,
  userId: string,
  channelId: string,
  message: string,
  from: string,
): EphemeralPost {
  const at = world.now();
  const post = { id: newPostId(at), user_id: userId, channel_id: channelId, message, create_at: at, from };
  world.kchat.ephemerals.push(post);
  return post;
}
