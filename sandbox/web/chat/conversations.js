import { privateReplies } from '../platform/sandbox.js';
import { fullName } from '../view/names.js';

const kinds = { O: 'channel', P: 'private', D: 'direct' };

/**
 * Everything a person sees in kChat: their channels and direct messages, each with its messages, oldest first, and what
 * was shown to them alone in between.
 */
export async function loadConversations(kchat, userId, teamId) {
  const [channels, replies] = await Promise.all([kchat.channels(userId, teamId), privateReplies(userId)]);
  const lists = await Promise.all(channels.map((channel) => kchat.posts(channel.id)));
  const posts = lists.map((list) => list.order.map((id) => list.posts[id]).filter((post) => post.delete_at === 0));
  const people = await peopleIn(kchat, userId, channels, posts.flat());

  const conversations = channels.map((channel, index) => ({
    ...heading(channel, userId, people),
    messages: [
      ...posts[index].map((post) => fromPost(post, people)),
      ...replies.filter((reply) => reply.channel_id === channel.id).map((reply) => fromReply(reply, people)),
    ].sort((one, other) => one.at - other.at),
  }));
  return { people, conversations: conversations.sort(byTitle) };
}

async function peopleIn(kchat, userId, channels, posts) {
  const directs = channels.filter((channel) => channel.type === 'D').flatMap((channel) => channel.name.split('__'));
  const ids = [...new Set([userId, ...directs, ...posts.map((post) => post.user_id)])];
  return new Map((await kchat.people(ids)).map((person) => [person.id, person]));
}

function heading(channel, userId, people) {
  const kind = kinds[channel.type];
  if (kind !== 'direct') {
    return {
      id: channel.id,
      kind,
      name: channel.name,
      title: channel.display_name,
      about: channel.header || channel.purpose,
    };
  }
  const other = channel.name.split('__').find((id) => id !== userId) ?? userId;
  const partner = people.get(other) ?? { username: 'unknown' };
  return {
    id: channel.id,
    kind,
    name: partner.username,
    title: fullName(partner),
    about: `@${partner.username}`,
    partner,
  };
}

function fromPost(post, people) {
  const author = people.get(post.user_id) ?? { username: 'unknown' };
  return {
    id: post.id,
    at: post.create_at,
    text: post.message,
    author,
    edited: post.edit_at > 0,
    system: post.type.startsWith('system_'),
    attachments: post.props.attachments ?? [],
    files: post.metadata.files ?? [],
  };
}

/** kChat shows a private reply under the name of whoever answered, which need not be an account. */
function fromReply(reply, people) {
  const known = [...people.values()].find((person) => person.username === reply.from);
  const author = known ?? { username: reply.from, is_bot: reply.from !== 'System' };
  const attachments = reply.props.attachments ?? [];
  return { id: reply.id, at: reply.create_at, text: reply.message, author, onlyForYou: true, attachments, files: [] };
}

function byTitle(one, other) {
  return one.title.localeCompare(other.title);
}

/** Messages of others that arrived after `readAt` (milliseconds); nobody is called for somebody's joining. */
export function unreadCount(conversation, userId, readAt = 0) {
  return conversation.messages.filter(
    (message) => message.at > readAt && !message.system && !message.onlyForYou && message.author.id !== userId,
  ).length;
}
