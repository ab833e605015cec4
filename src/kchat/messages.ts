import { RemoteRefusal } from '../errors.ts';
import { cardAlone, type Card } from '../ports/card.ts';
import type { Chat } from '../ports/chat.ts';
import { identifiedAnswer } from './answers.ts';
import type { PostAnswer } from './answers.ts';
import { cardDocument, type CardDocument } from './cards.ts';
import type { KchatClient } from './client.ts';
import { pendingPostId } from './pending-post-id.ts';
import { read } from './read.ts';
import { recentPosts } from './recent-posts.ts';

type Messages = Pick<Chat, 'post' | 'findOwnPost' | 'updatePost' | 'postCard' | 'updateCard' | 'postEphemeral'>;

/**
 * The part of the Chat port that writes. Messages go without `props`, which kChat may refuse with 422.
 * @param actionUrl where kChat sends pressed buttons.
 */
export function createMessages(client: KchatClient, ownId: () => Promise<string>, actionUrl: string): Messages {
  const post = async (
    channelId: string,
    written: Pick<CardDocument, 'message'> & Partial<CardDocument>,
    key: string,
  ) => {
    const pending = pendingPostId(await ownId(), key);
    return (
      await read(
        identifiedAnswer,
        client.createPostQuietly({ channel_id: channelId, pending_post_id: pending, ...written }),
      )
    ).id;
  };

  return {
    post: (channelId, message, key) => post(channelId, { message }, key),

    postCard: (channelId, card, key) =>
      withoutPropsIfRefused(card, actionUrl, (written) => post(channelId, written, key)),

    async updateCard(postId, card) {
      await withoutPropsIfRefused(card, actionUrl, (written) => client.editPost(postId, written));
    },

    async findOwnPost(channelId, message, sinceMs) {
      const author = await ownId();
      for await (const posts of recentPosts(client, channelId, sinceMs)) {
        const own = newest(posts.filter((post) => isPost(post, author, message)));
        if (own) return own.id;
      }
      return undefined;
    },

    async updatePost(postId, message) {
      await client.editPost(postId, { message });
    },

    async postEphemeral(channelId, userId, message) {
      await client.createPostEphemeral(userId, { channel_id: channelId, message });
    },
  };
}

function isPost(post: PostAnswer, author: string, message: string | undefined): boolean {
  return post.user_id === author && (message === undefined || post.message === message) && post.delete_at === 0;
}

function newest(posts: PostAnswer[]): PostAnswer | undefined {
  return posts.reduce<PostAnswer | undefined>(
    (best, post) => (best && best.create_at >= post.create_at ? best : post),
    undefined,
  );
}

/** kChat may refuse `props` (kChat: section 5, seen live for other props): then the text goes alone, with what can be typed. */
async function withoutPropsIfRefused<Answer>(
  card: Card,
  actionUrl: string,
  send: (written: Pick<CardDocument, 'message'> & Partial<CardDocument>) => Promise<Answer>,
): Promise<Answer> {
  try {
    return await send(cardDocument(card, actionUrl));
  } catch (error) {
    if (!(error instanceof RemoteRefusal) || error.status !== 422) throw error;
    return send({ message: cardAlone(card) });
  }
}
