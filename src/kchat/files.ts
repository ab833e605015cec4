import type { Chat } from '../ports/chat.ts';
import { identifiedAnswer, uploadAnswer } from './answers.ts';
import type { KchatClient } from './client.ts';
import { pendingPostId } from './pending-post-id.ts';
import { read } from './read.ts';

/**
 * The part of the Chat port that sends files. A file is uploaded for one channel first; the post then names it. A file
 * that no post names is seen by nobody, so an attempt that breaks off in between leaves nothing behind for people.
 */
export function createFiles(client: KchatClient, ownId: () => Promise<string>): Pick<Chat, 'postFile'> {
  return {
    async postFile(channelId, message, { name, mediaType, content }, key) {
      const form = new FormData();
      form.append('channel_id', channelId);
      form.append('files', new Blob([new Uint8Array(content)], { type: mediaType }), name);
      const { file_infos: uploaded } = await read(uploadAnswer, client.uploadFiles(form));
      const post = client.createPostQuietly({
        channel_id: channelId,
        message,
        pending_post_id: pendingPostId(await ownId(), key),
        file_ids: uploaded.map(({ id }) => id),
      });
      return (await read(identifiedAnswer, post)).id;
    },
  };
}
