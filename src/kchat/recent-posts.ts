import { postListAnswer, type PostAnswer } from './answers.ts';
import type { KchatClient } from './client.ts';
import { read } from './read.ts';

/** Posts in one page, and how many pages are looked at: the last thousand posts of a channel. */
const pageSize = 200;
const maxPages = 5;

/**
 * The posts of a channel that are not older than `sinceMs` by the server's clock, one page at a time, so that who has
 * found what they want asks for no further page.
 */
export async function* recentPosts(
  client: KchatClient,
  channelId: string,
  sinceMs: number,
): AsyncGenerator<PostAnswer[]> {
  // Newest first by page: `since` would count edits as new and is cut off without order (kChat: published schema).
  for (let page = 0; page < maxPages; page += 1) {
    const { order, posts } = await read(postListAnswer, client.getPostPage(channelId, page, pageSize));
    const listed = order.map((id) => posts[id]).filter((post) => post !== undefined);
    const young = listed.filter((post) => post.create_at >= sinceMs);
    yield young;
    if (order.length < pageSize || young.length < listed.length) return;
  }
}
