import { z } from 'zod';
import type { World } from '../world.ts';
import { asSeen } from './actions/as-seen.ts';
import type { Post } from './documents.ts';
import { flag, pageOf, pagingQuery } from './paging.ts';

export const postListQuery = z.strictObject({
  ...pagingQuery,
  /** Milliseconds: posts created or changed after it. */
  since: z.coerce.number().int().min(0).optional(),
  before: z.string().optional(),
  after: z.string().optional(),
  include_deleted: flag.optional(),
});

/** A page of a channel, newest first, as kChat wraps it. kChat: `since` leaves deleted posts out. */
export function listPosts(world: World, channelId: string, query: z.output<typeof postListQuery>) {
  const newestFirst = world.kchat.posts
    .filter((post) => post.channel_id === channelId && post.delete_at === 0)
    .reverse();
  const { since } = query;
  const page =
    since === undefined
      ? pageOf(between(newestFirst, query.before, query.after), query)
      : newestFirst.filter((post) => post.update_at > since);
  return {
    order: page.map((post) => post.id),
    posts: Object.fromEntries(page.map((post) => [post.id, asSeen(world, post)])),
    next_post_id: '',
    prev_post_id: '',
  };
}

function between(newestFirst: Post[], before: string | undefined, after: string | undefined): Post[] {
  const start = before === undefined ? 0 : newestFirst.findIndex((post) => post.id === before) + 1;
  const end = after === undefined ? newestFirst.length : newestFirst.findIndex((post) => post.id === after);
  return newestFirst.slice(start, end);
}
