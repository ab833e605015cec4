import type { Chat, ChatPost } from '../ports/chat.ts';
import { fileInfoAnswer, postAnswer, type PostAnswer } from './answers.ts';
import type { KchatClient } from './client.ts';
import { lookUp, read } from './read.ts';
import { recentPosts } from './recent-posts.ts';

type ReceivedFiles = Pick<Chat, 'postsWithFiles' | 'readPost' | 'fileInfo' | 'readFile'>;

/** The part of the Chat port that finds and reads what people send. What was deleted counts as absent. */
export function createReceivedFiles(client: KchatClient): ReceivedFiles {
  return {
    async postsWithFiles(channelId, sinceMs) {
      const found: ChatPost[] = [];
      for await (const posts of recentPosts(client, channelId, sinceMs)) {
        found.push(...posts.filter((post) => post.file_ids.length > 0).flatMap(toPost));
      }
      return found;
    },

    async readPost(postId) {
      const post = await lookUp(() => read(postAnswer, client.getPost(postId)));
      return post && toPost(post)[0];
    },

    async fileInfo(fileId) {
      const info = await lookUp(() => read(fileInfoAnswer, client.getFileInfo(fileId)));
      return info && { id: info.id, name: info.name, mediaType: info.mime_type, size: info.size };
    },

    readFile: (fileId, mostBytes) => lookUp(() => client.readFile(fileId, mostBytes)),
  };
}

/** The system's own posts say who joined, and bring nothing. */
function toPost({ id, channel_id: channelId, user_id: userId, file_ids: fileIds, ...post }: PostAnswer): ChatPost[] {
  if (post.delete_at > 0 || post.type.startsWith('system_')) return [];
  return [{ id, channelId, userId, fileIds }];
}
