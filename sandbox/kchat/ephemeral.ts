import type { World } from '../world.ts';
import { privateProps } from './actions/as-seen.ts';
import type { Props } from './actions/post-props.ts';
import type { EphemeralPost } from './state.ts';

export interface PrivatePost {
  /** Who sees it. */
  userId: string;
  channelId: string;
  message: string;
  /** The name it appears under. */
  from: string;
  /** Whose post it is on the wire: the reader's own unless told, as with the replies of commands. */
  authorId?: string;
  props?: Props;
  rootId?: string;
  /** Mattermost, observed: a given id is kept, so a client replaces what it shows under this id. */
  id?: string | undefined;
}

/** Shows something to one person. A real server sends it over realtime and forgets it. */
export function showPrivately(world: World, shown: PrivatePost): EphemeralPost {
  const at = world.now();
  const id = shown.id ?? world.kchat.flavor.ids.newPostId(at);
  const rootId = shown.rootId ?? '';
  const post: EphemeralPost = {
    id,
    user_id: shown.userId,
    channel_id: shown.channelId,
    root_id: rootId,
    message: shown.message,
    props: privateProps(world, { id, rootId, channelId: shown.channelId }, shown.props ?? {}),
    create_at: at,
    from: shown.from,
  };
  const { ephemerals } = world.kchat;
  const before = ephemerals.findIndex((one) => one.id === id && one.user_id === shown.userId);
  if (before < 0) ephemerals.push(post);
  else ephemerals[before] = post;
  world.happenings.notify({ kind: 'shown privately', post, authorId: shown.authorId ?? shown.userId });
  return post;
}
