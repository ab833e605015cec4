import type { World } from '../world.ts';
import type { Channel, Person, Post } from './documents.ts';
import { newPostId } from './ids.ts';
import { mentionedAmong } from './mentions.ts';

export interface NewPost {
  author: Person;
  channel: Channel;
  message: string;
  rootId?: string | undefined;
  type?: string;
  props?: Record<string, unknown>;
}

/** Adds a post and what follows from it: the channel's counters and everybody's unread mentions. */
export function addPost(world: World, post: NewPost): Post {
  const { author, channel, message } = post;
  const at = world.now();
  const document: Post = {
    id: newPostId(at),
    user_id: author.id,
    channel_id: channel.id,
    root_id: post.rootId ?? '',
    original_id: '',
    message,
    type: post.type ?? '',
    props: post.props ?? {},
    hashtags: '',
    file_ids: [],
    is_pinned: false,
    create_at: at,
    update_at: at,
    edit_at: 0,
    delete_at: 0,
    metadata: {},
  };
  world.kchat.posts.push(document);
  channel.last_post_at = at;
  if (document.type === '') {
    channel.total_msg_count += 1;
    countMentions(world, author, channel, message);
  }
  return document;
}

/** Judged by `mention_count`, as a real server is: system posts mention nobody, a direct message always mentions. */
function countMentions(world: World, author: Person, channel: Channel, message: string): void {
  const members = world.kchat.channelMembers.filter((member) => member.channel_id === channel.id);
  const people = members.flatMap((member) => world.kchat.people.get(member.user_id) ?? []);
  const mentioned = mentionedAmong(message, people);
  for (const member of members) {
    if (member.user_id === author.id) {
      member.msg_count += 1;
    } else if (channel.type === 'D' || mentioned.has(member.user_id)) {
      member.mention_count += 1;
    }
  }
}
