import type { World } from '../../world.ts';
import { asSeen } from '../actions/as-seen.ts';
import type { Post } from '../documents.ts';
import type { Happening } from '../happening.ts';

/** What both servers tell about a new post and its channel; Mattermost writes the post and the mentions as strings. */
export function postedData(world: World, { post, author, channel }: Happening & { kind: 'posted' }) {
  return {
    channel_display_name: channel.type === 'D' ? `@${author.username}` : channel.display_name,
    channel_name: channel.name,
    channel_type: channel.type,
    post: asSeen(world, post),
    sender_name: post.type.startsWith('system_') ? 'System' : `@${author.username}`,
    set_online: true,
    team_id: channel.team_id,
  };
}

/** A private post as the event has it, and nobody ever reads again. */
export function privateDocument({ post, authorId }: Happening & { kind: 'shown privately' }): Post {
  const { id, channel_id, root_id, message, props, create_at } = post;
  return {
    id,
    user_id: authorId,
    channel_id,
    root_id,
    original_id: '',
    message,
    type: 'system_ephemeral',
    props,
    hashtags: '',
    file_ids: [],
    is_pinned: false,
    create_at,
    update_at: 0,
    edit_at: 0,
    delete_at: 0,
    metadata: {},
  };
}
