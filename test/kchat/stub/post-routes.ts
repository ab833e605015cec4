import { z } from 'zod';
import { StubProblem, route } from './router.ts';
import type { StubRoute } from './router.ts';
import type { World } from './world.ts';

const newPost = z.strictObject({ channel_id: z.string(), message: z.string().min(1), pending_post_id: z.string() });
const newEphemeral = z.strictObject({
  user_id: z.string(),
  post: z.strictObject({ channel_id: z.string(), message: z.string() }),
});

/** The routes for posts: repeats are recognised, and kChat refuses a `pending_post_id` of another form. */
export function postRoutes(world: World): StubRoute[] {
  const { posts, pendingPosts, dialect } = world;
  return [
    route('POST /posts', 201, ({ body, query, userId }) => {
      const { channel_id: channelId, message, pending_post_id: pendingId } = newPost.parse(body);
      const [owner, digits = ''] = pendingId.split(':');
      if (dialect.name === 'kChat' && (owner !== userId || !/^\d+$/.test(digits))) {
        throw new StubProblem(422, 'validation', 'The pending post id is invalid.');
      }
      if (query.get('set_online') !== 'false') throw new StubProblem(400, 'stub', 'The bot must not look present.');
      const post = pendingPosts.get(pendingId) ?? world.addPost(channelId, userId, message);
      pendingPosts.set(pendingId, post);
      return { ...post, pending_post_id: pendingId };
    }),
    route('POST /posts/ephemeral', 201, ({ body }) => {
      world.ephemeral.push(newEphemeral.parse(body));
      return { id: dialect.newId() };
    }),
    route('PUT /posts/*/patch', 200, ({ params: [id], body }) => {
      const post = posts.find((one) => one.id === id);
      if (!post) throw new StubProblem(403, 'api.context.permissions.app_error', 'You may not edit this post.');
      post.message = (body as { message: string }).message;
      return post;
    }),
    route('GET /channels/*/posts', 200, ({ params: [channelId], query }) => {
      const start = Number(query.get('page')) * Number(query.get('per_page'));
      const here = posts.filter((post) => post.channel_id === channelId).sort((a, b) => b.create_at - a.create_at);
      const page = here.slice(start, start + Number(query.get('per_page')));
      // PHP writes an empty map as a list.
      const map = page.length === 0 && dialect.name === 'kChat' ? [] : Object.fromEntries(page.map((p) => [p.id, p]));
      return { order: page.map((post) => post.id), posts: map };
    }),
  ];
}
