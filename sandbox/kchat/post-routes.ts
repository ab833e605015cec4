import { z } from 'zod';
import { json } from '../http/answer.ts';
import type { Route } from '../http/route.ts';
import type { World } from '../world.ts';
import { maxPostSize } from './config-route.ts';
import { forbidden, invalidField, notFound } from './dialect.ts';
import type { Person, Post } from './documents.ts';
import { showPrivately } from './ephemeral.ts';
import { route } from './kchat-route.ts';
import { flag } from './paging.ts';
import { recentPost, rememberPost, requireOwnPendingId } from './pending-posts.ts';
import { listPosts, postListQuery } from './post-list.ts';
import { addPost } from './posting.ts';
import { isSystemAdmin, requireMembership, requirePerson, requireSystemAdmin } from './rights.ts';

const message = z.string().min(1).max(maxPostSize);

const newPostBody = z.strictObject({
  channel_id: z.string(),
  message,
  root_id: z.string().optional(),
  file_ids: z.array(z.string()).max(0).optional(),
  // kChat: an object is refused although the published API asks for one; reference/kchat.md, "What bites" 6.
  props: z.array(z.never()).optional(),
  pending_post_id: z.string().optional(),
});

export function postRoutes(world: World): Route<Person>[] {
  const state = world.kchat;
  const ownPost = (caller: Person, postId: string): Post => {
    const post = state.posts.find((candidate) => candidate.id === postId && candidate.delete_at === 0);
    if (!post) throw notFound();
    if (post.user_id !== caller.id && !isSystemAdmin(caller)) throw forbidden();
    return post;
  };

  return [
    route({
      method: 'post',
      path: '/posts',
      query: z.strictObject({ set_online: flag.optional() }),
      body: newPostBody,
      answer: ({ caller, body }) => {
        const pendingId = body.pending_post_id;
        if (pendingId !== undefined) requireOwnPendingId(caller, pendingId);
        const channel = requireMembership(state, caller, body.channel_id);
        requireRoot(body.root_id ?? '', channel.id);
        const repeated = pendingId === undefined ? undefined : recentPost(world, pendingId);
        const post =
          repeated ?? addPost(world, { author: caller, channel, message: body.message, rootId: body.root_id });
        if (pendingId === undefined) return json(post, 201);
        if (!repeated) rememberPost(world, pendingId, post);
        return json({ ...post, pending_post_id: pendingId }, 201);
      },
    }),
    route({
      method: 'post',
      path: '/posts/ephemeral',
      body: z.strictObject({ user_id: z.string(), post: z.strictObject({ channel_id: z.string(), message }) }),
      answer: ({ caller, body }) => {
        requireSystemAdmin(caller);
        const person = requirePerson(state, body.user_id, caller);
        const shown = showPrivately(world, person.id, body.post.channel_id, body.post.message, caller.username);
        return json({ ...shown, user_id: caller.id, type: 'system_ephemeral' }, 201);
      },
    }),
    route({
      method: 'get',
      path: '/posts/:post_id',
      query: z.strictObject({ include_deleted: flag.optional() }),
      answer: ({ caller, param }) => {
        const post = state.posts.find((candidate) => candidate.id === param('post_id') && candidate.delete_at === 0);
        if (!post) throw notFound();
        requireMembership(state, caller, post.channel_id);
        return json(post);
      },
    }),
    route({
      method: 'put',
      path: '/posts/:post_id/patch',
      body: z.strictObject({ is_pinned: z.boolean().optional(), message: message.optional() }),
      answer: ({ caller, param, body }) => {
        const post = ownPost(caller, param('post_id'));
        post.message = body.message ?? post.message;
        post.is_pinned = body.is_pinned ?? post.is_pinned;
        post.update_at = post.edit_at = world.now();
        return json(post);
      },
    }),
    route({
      method: 'delete',
      path: '/posts/:post_id',
      answer: ({ caller, param }) => {
        const post = ownPost(caller, param('post_id'));
        post.delete_at = post.update_at = world.now();
        return json({ status: 'OK' });
      },
    }),
    route({
      method: 'get',
      path: '/channels/:channel_id/posts',
      query: postListQuery,
      answer: ({ caller, param, query }) => {
        const channel = requireMembership(state, caller, param('channel_id'));
        return json(listPosts(state, channel.id, query));
      },
    }),
  ];

  /** kChat: `root_id` is the thread's first post; a reply's id is rejected. @throws Refusal 422 */
  function requireRoot(rootId: string, channelId: string): void {
    if (rootId === '') return;
    const root = state.posts.find((post) => post.id === rootId && post.channel_id === channelId);
    if (root?.root_id === '') return;
    throw invalidField('root_id', { en: 'The root_id is invalid.', fr: 'Le champ root_id est invalide.' });
  }
}
