import type { World } from '../world.ts';
import { invalidField } from './dialect.ts';
import type { Person, Post } from './documents.ts';

/** How long a repeated `pending_post_id` is recognised, in milliseconds; seen on real servers. */
const memory = 30_000;

/**
 * kChat: a `pending_post_id` reads `<own user id>:<digits>` or the post is refused; reference/kchat.md, "What bites" 5.
 * @throws Refusal 422
 */
export function requireOwnPendingId(author: Person, pendingId: string): void {
  const [owner, digits, ...rest] = pendingId.split(':');
  if (owner === author.id && /^\d+$/.test(digits ?? '') && rest.length === 0) return;
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
