import { z } from 'zod';

/** What kChat and Mattermost answer, as far as it is used. kChat leaves out or nulls what Mattermost always sends. */

const id = z.string().min(1);
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
const flag = z
  .boolean()
  .nullish()
  .transform((value) => value === true);
const count = z
  .number()
  .nullish()
  .transform((value) => value ?? 0);
/** Milliseconds; 0 or nothing: it has not happened. */
const moment = count;
/** Space-separated names. */
const roles = text.transform((value) => value.split(' ').filter((role) => role !== ''));

const timeZone = z.looseObject({
  useAutomaticTimezone: z.union([z.boolean(), z.string()]).nullish(),
  automaticTimezone: text,
  manualTimezone: text,
});

export const userAnswer = z
  .looseObject({
    id,
    username: text,
    first_name: text,
    last_name: text,
    email: text,
    locale: text,
    roles,
    delete_at: moment,
    is_bot: flag,
    // PHP writes an empty map as a list.
    timezone: timeZone.optional().catch(undefined),
    /** Infomaniak's own id of the person; kChat only. */
    user_id: z.int().optional().catch(undefined),
  })
  .describe('a user');

export const usersAnswer = z.array(userAnswer).describe('a list of users');

export const teamAnswer = z.looseObject({ id, name: z.string(), display_name: text }).describe('a team');

export const teamMemberAnswer = z
  .looseObject({ roles, delete_at: moment, scheme_admin: flag, scheme_guest: flag })
  .describe('a team member');

export const channelAnswer = z
  .looseObject({ id, team_id: text, name: text, display_name: text, type: text, delete_at: moment })
  .describe('a channel');

export const ownChannelsAnswer = z
  .array(z.looseObject({ id, type: text, last_post_at: z.number().nullish() }))
  .describe('the own channels');

export const postAnswer = z
  .looseObject({
    id,
    user_id: text,
    channel_id: text,
    message: text,
    type: text,
    file_ids: z
      .array(id)
      .nullish()
      .transform((value) => value ?? []),
    create_at: moment,
    delete_at: moment,
  })
  .describe('a post');

export const postListAnswer = z
  .looseObject({
    order: z
      .array(id)
      .nullish()
      .transform((value) => value ?? []),
    // Empty, it may be null or, from PHP, a list.
    posts: z.record(z.string(), postAnswer).catch({}),
  })
  .describe('a list of posts');

/** One file was sent, so one is answered. */
export const uploadAnswer = z
  .looseObject({ file_infos: z.array(z.looseObject({ id })).min(1) })
  .describe('uploaded files');

const pendingGuest = z.looseObject({
  // Without it an invitation can't be cancelled: one that lacks it is an answer that can't be used.
  key: z.string().min(1),
  email: text,
  sms: text,
  status: text,
  /** Seconds or milliseconds. */
  expires_at: z.number().positive().optional().catch(undefined),
  deleted_at: moment.catch(0),
});

/** By key. Empty, PHP writes the map as a list. */
export const pendingGuestsAnswer = z
  .union([z.record(z.string(), pendingGuest), z.tuple([]).transform(() => ({}))])
  .describe('pending guests');

/** One was invited, so one is answered. */
export const guestInvitationAnswer = z
  .array(
    z.looseObject({
      error: z
        .looseObject({
          id: z.string().optional().catch(undefined),
          message: z.string().optional().catch(undefined),
          status_code: z.int().min(400).max(599).optional().catch(undefined),
        })
        .nullish(),
    }),
  )
  .describe('the result of inviting a guest');

export const fileInfoAnswer = z.looseObject({ id, name: text, mime_type: text, size: count }).describe('a file');

export const identifiedAnswer = z.looseObject({ id }).describe('a created thing');

export type UserAnswer = z.infer<typeof userAnswer>;
export type PendingGuestAnswer = z.infer<typeof pendingGuest>;
export type PostAnswer = z.infer<typeof postAnswer>;
