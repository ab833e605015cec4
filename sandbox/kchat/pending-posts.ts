import type { World } from '../world.ts';
import { invalidField } from './refusal.ts';
import type { Person, Post } from './documents.ts';

/** How long a repeated `pending_post_id` is recognised, in milliseconds; seen on real servers. */
const memory = 30_000;

/**
 * kChat wants its own form of a `pending_post_id`, Mattermost takes any.
 * @throws ChatRefusal 422
 */
export function requirePendingId(world: World, author: Person, pendingId: string): void {
  if (world.kchat.flavor.isPendingPostId(author, pendingId)) return;
  throw invalidField('pending_post_id', {
    en: 'The pending_post_id format is invalid.',
    fr: 'Le format du champ pending_post_id est invalide.',
  });
}

/** The post that was made with this id a moment ago, in whatever channel: the memory is server-wide. */
export function recentPost(world: World, pendingId: string): Post | undefined {
  const seen = world.kchat.pendingPosts.get(pendingId);
  if (!seen || world.now() - seen.at > memory) return undefined;
  return world.kchat.posts.find((post) => post.id === seen.postId);
}

export function rememberPost(world: World, pendingId: string, post: Post): void {
  world.kchat.pendingPosts.set(pendingId, { postId: post.id, at: world.now() });
}
