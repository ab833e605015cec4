import type { World } from '../world.ts';
import type { Channel, Person, Post } from './documents.ts';
import { attachFiles } from './files/attached.ts';
import { mentionedAmong } from './mentions.ts';

export interface NewPost {
  author: Person;
  channel: Channel;
  message: string;
  rootId?: string | undefined;
  type?: string;
  props?: Record<string, unknown> | undefined;
  fileIds?: readonly string[] | undefined;
}

/** Adds a post and what follows from it: the channel's counters and everybody's unread mentions. */
export function addPost(world: World, post: NewPost): Post {
  const { author, channel, message } = post;
  const at = world.now();
  const id = world.kchat.flavor.ids.newPostId(at);
  const document: Post = {
    id,
    user_id: author.id,
    channel_id: channel.id,
    root_id: post.rootId ?? '',
    original_id: '',
    message,
    type: post.type ?? '',
    props: post.props ?? {},
    hashtags: '',
    file_ids: attachFiles(world, author, id, post.fileIds ?? []),
    is_pinned: false,
    create_at: at,
    update_at: at,
    edit_at: 0,
    delete_at: 0,
    metadata: {},
  };
  world.kchat.posts.push(document);
  channel.last_post_at = at;
  const mentioned = document.type.startsWith('system_') ? added(document) : count(world, author, channel, message);
  world.happenings.notify({ kind: 'posted', post: document, author, channel, mentioned });
  return document;
}

/** Mattermost, observed: a system post mentions nobody but the person who was added, and counts for nothing. */
function added({ props: { addedUserId } }: Post): string[] {
  return typeof addedUserId === 'string' ? [addedUserId] : [];
}

/**
 * Counts a message for the channel and its members. Judged by `mention_count`, as a real server is; a direct message
 * always mentions.
 * @returns whom it mentions
 */
function count(world: World, author: Person, channel: Channel, message: string): string[] {
  channel.total_msg_count += 1;
  const members = world.kchat.channelMembers.filter((member) => member.channel_id === channel.id);
  const people = members.flatMap((member) => world.kchat.people.get(member.user_id) ?? []);
  const named = mentionedAmong(message, people);
  const mentioned: string[] = [];
  for (const member of members) {
    if (member.user_id === author.id) {
      member.msg_count += 1;
    } else if (channel.type === 'D' || named.has(member.user_id)) {
      member.mention_count += 1;
      mentioned.push(member.user_id);
    }
  }
  return mentioned;
}
