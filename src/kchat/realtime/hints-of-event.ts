import { z } from 'zod';
import type { Hint } from '../../ports/realtime.ts';

/** Nested documents are objects on kChat and JSON in a string on Mattermost (kChat: section 3). */
function nested<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.preprocess((value) => (typeof value === 'string' ? parseJson(value) : value), z.looseObject(shape));
}

const id = z.string().min(1);

const readers: Readonly<Record<string, (data: unknown) => Hint[]>> = {
  // A new account (Mattermost), a membership of a channel, of the team.
  new_user: aboutPerson(z.object({ user_id: id }).transform(({ user_id }) => user_id)),
  user_added: aboutPerson(
    // kChat's mobile app knows both spellings.
    z
      .union([z.object({ user_id: id }), z.object({ userId: id })])
      .transform((data) => ('user_id' in data ? data.user_id : data.userId)),
  ),
  added_to_team: aboutPerson(z.object({ user_id: id }).transform(({ user_id }) => user_id)),
  // A guest may have become a member, or a deactivated account active again.
  user_updated: aboutPerson(z.object({ user: nested({ id }) }).transform(({ user }) => user.id)),
  user_role_updated: aboutRights(z.object({ user_id: id }).transform(({ user_id }) => user_id)),
  memberrole_updated: aboutRights(
    z.object({ member: nested({ user_id: id }) }).transform(({ member }) => member.user_id),
  ),
  posted: (data) => [...aboutArrival(data), ...aboutFile(data)],
};

const aboutArrival = aboutPerson(
  z
    .object({ post: nested({ type: z.string(), user_id: id, props: nested({}).optional().catch(undefined) }) })
    .transform(({ post }) => arrivedByPost(post)),
);

const directPost = z.object({
  channel_type: z.literal('D'),
  post: nested({ id, channel_id: id, user_id: id, file_ids: z.array(id).min(1) }),
});

function aboutFile(data: unknown): Hint[] {
  const { success, data: told } = directPost.safeParse(data);
  if (!success) return [];
  return [{ about: 'file', postId: told.post.id, channelId: told.post.channel_id, userId: told.post.user_id }];
}

/**
 * What an event of either platform tells about arrivals and rights. An event that is unknown, or not as expected, tells
 * nothing: polling is the truth.
 */
export function hintsOfEvent(name: string, data: unknown): Hint[] {
  return Object.hasOwn(readers, name) ? (readers[name]?.(data) ?? []) : [];
}

function aboutPerson(whose: z.ZodType<string | undefined>) {
  return (data: unknown): Hint[] => {
    const userId = whose.safeParse(data).data;
    return userId === undefined ? [] : [{ about: 'person', userId }];
  };
}

/** Other roles can also make somebody a plain member who is to be greeted. */
function aboutRights(whose: z.ZodType<string>) {
  return (data: unknown): Hint[] => {
    const userId = whose.safeParse(data).data;
    return userId === undefined
      ? []
      : [
          { about: 'rights', userId },
          { about: 'person', userId },
        ];
  };
}

/** The system's own posts about somebody who came (kChat: section 6): the author joined, or the props name who was added. */
function arrivedByPost(post: { type: string; user_id: string; props?: Record<string, unknown> | undefined }) {
  switch (post.type) {
    case 'system_join_team':
    case 'system_join_channel':
      return post.user_id;
    case 'system_add_to_team':
    case 'system_add_to_channel': {
      const added = post.props?.addedUserId;
      return typeof added === 'string' && added !== '' ? added : post.user_id;
    }
    default:
      return undefined;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
