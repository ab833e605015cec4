import { z } from 'zod';
import { json } from '../http/answer.ts';
import type { Route } from '../http/route.ts';
import type { World } from '../world.ts';
import { asSeen } from './actions/as-seen.ts';
import { propsField, readProps } from './actions/post-props.ts';
import { maxPostSize } from './flavor/max-post-size.ts';
import { forbidden, invalidField, notFound } from './refusal.ts';
import type { Channel, Person, Post } from './documents.ts';
import { showPrivately } from './ephemeral.ts';
import { route } from './kchat-route.ts';
import { flag } from './paging.ts';
import { recentPost, rememberPost, requirePendingId } from './pending-posts.ts';
import { listPosts, postListQuery } from './post-list.ts';
import { addPost } from './posting.ts';
import { isSystemAdmin, requireMembership, requirePerson, requireSystemAdmin } from './rights.ts';

const message = z.string().max(maxPostSize);
/** kChat: five at most, more than that go with further posts; published schema. */
const fileIds = z.array(z.string()).max(5);

const newPost = {
  channel_id: z.string(),
  message,
  root_id: z.string().optional(),
  file_ids: fileIds.optional(),
  props: propsField.default({}),
  pending_post_id: z.string().optional(),
};

export function postRoutes(world: World): Route<Person>[] {
  const state = world.kchat;
  const { flavor } = state;
  const ownPost = (caller: Person, postId: string): Post => {
    const post = state.posts.find((candidate) => candidate.id === postId && candidate.delete_at === 0);
    if (!post) throw notFound('post');
    if (post.user_id !== caller.id && !isSystemAdmin(caller)) throw forbidden();
    return post;
  };

  return [
    route({
      method: 'post',
      path: '/posts',
      query: z.strictObject({ set_online: flag.optional() }),
      body: z.strictObject({ ...flavor.alsoTakes.post, ...newPost }),
      answer: ({ caller, body }) => {
        const pendingId = body.pending_post_id;
        if (pendingId !== undefined) requirePendingId(world, caller, pendingId);
        const channel = requireMembership(state, caller, body.channel_id);
        requireSettled(channel);
        requireRoot(body.root_id ?? '', channel.id);
        const props = readProps(world, caller.username, body.props);
        requireContent(body.message, [body.file_ids, props.attachments]);
        const repeated = pendingId === undefined ? undefined : recentPost(world, pendingId);
        const { message, root_id: rootId, file_ids: fileIds } = body;
        const post = repeated ?? addPost(world, { author: caller, channel, message, rootId, props, fileIds });
        if (pendingId === undefined) return json(asSeen(world, post), 201);
        if (!repeated) rememberPost(world, pendingId, post);
        return json({ ...asSeen(world, post), pending_post_id: pendingId }, 201);
      },
    }),
    route({
      method: 'post',
      path: '/posts/ephemeral',
      body: z.strictObject({
        user_id: z.string(),
        post: z.strictObject({
          channel_id: z.string(),
          message: message.default(''),
          id: z.string().optional(),
          props: propsField.default({}),
        }),
      }),
      answer: ({ caller, body: { user_id: userId, post } }) => {
        requireSystemAdmin(caller);
        const person = requirePerson(state, userId, caller);
        const props = readProps(world, caller.username, post.props);
        const { id, message, channel_id: channelId } = post;
        const from = caller.username;
        const shown = showPrivately(world, {
          id,
          userId: person.id,
          channelId,
          message,
          from,
          authorId: caller.id,
          props,
        });
        return json({ ...shown, user_id: caller.id, type: 'system_ephemeral' }, 201);
      },
    }),
    route({
      method: 'get',
      path: '/posts/:post_id',
      query: z.strictObject({ include_deleted: flag.optional() }),
      answer: ({ caller, param }) => {
        const post = state.posts.find((candidate) => candidate.id === param('post_id') && candidate.delete_at === 0);
        if (!post) throw notFound('post');
        requireMembership(state, caller, post.channel_id);
        return json(asSeen(world, post));
      },
    }),
    route({
      method: 'put',
      path: '/posts/:post_id/patch',
      body: z.strictObject({
        ...flavor.alsoTakes.postPatch,
        is_pinned: z.boolean().optional(),
        message: message.optional(),
        props: propsField.optional(),
      }),
      answer: ({ caller, param, body }) => {
        const post = ownPost(caller, param('post_id'));
        post.message = body.message ?? post.message;
        post.is_pinned = body.is_pinned ?? post.is_pinned;
        if (body.props) post.props = readProps(world, caller.username, body.props);
        post.update_at = post.edit_at = world.now();
        world.happenings.notify({ kind: 'post edited', post });
        return json(asSeen(world, post));
      },
    }),
    route({
      method: 'delete',
      path: '/posts/:post_id',
      answer: ({ caller, param }) => {
        const post = ownPost(caller, param('post_id'));
        post.delete_at = post.update_at = world.now();
        world.happenings.notify({ kind: 'post deleted', post });
        return json({ status: 'OK' });
      },
    }),
    route({
      method: 'get',
      path: '/channels/:channel_id/posts',
      query: postListQuery,
      answer: ({ caller, param, query }) => {
        const channel = requireMembership(state, caller, param('channel_id'));
        return json(listPosts(world, channel.id, query));
      },
    }),
  ];

  /** kChat: a message is required, but clients send files alone. @throws ChatRefusal 422 */
  function requireContent(message: string, others: unknown[]): void {
    if (flavor.takesEmptyPosts || message !== '' || others.some((one) => Array.isArray(one) && one.length > 0)) return;
    throw invalidField('message', { en: 'The message field is required.', fr: 'Le champ message est obligatoire.' });
  }

  /** Mattermost, observed: the first post into a fresh direct channel can be refused for a moment. @throws ChatRefusal 403 */
  function requireSettled({ type, create_at: createdAt }: Channel): void {
    if (type === 'D' && world.now() - createdAt < flavor.directChannelDelay) throw forbidden();
  }

  /** kChat: `root_id` is the thread's first post; a reply's id is rejected. @throws ChatRefusal 422 */
  function requireRoot(rootId: string, channelId: string): void {
    if (rootId === '') return;
    const root = state.posts.find((post) => post.id === rootId && post.channel_id === channelId);
    if (root?.root_id === '') return;
    const words = { en: 'The root_id is invalid.', fr: 'Le champ root_id est invalide.' };
    throw invalidField('root_id', { mattermostId: 'api.post.create_post.root_id.app_error', ...words });
  }
}
