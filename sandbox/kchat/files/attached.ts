import type { World } from '../../world.ts';
import type { Person, Post } from '../documents.ts';
import type { StoredFile } from './stored-file.ts';

/**
 * Attaches files to a post. Mattermost, observed: files of others, unknown ones and ones that hang on a post already are
 * passed over without a word.
 * @returns the ids of those that are attached now
 */
export function attachFiles(world: World, author: Person, postId: string, fileIds: readonly string[]): string[] {
  const files = [...new Set(fileIds)].flatMap((id) => world.kchat.files.get(id) ?? []);
  const free = files.filter((file) => file.user_id === author.id && file.post_id === undefined);
  for (const file of free) file.post_id = postId;
  return free.map((file) => file.id);
}

/** The files of a post, in the order they were named. */
export function filesOfPost(world: World, post: Post): StoredFile[] {
  return post.file_ids.flatMap((id) => world.kchat.files.get(id) ?? []);
}
