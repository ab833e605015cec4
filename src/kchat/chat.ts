import type { Chat } from '../ports/chat.ts';
import { userAnswer } from './answers.ts';
import { createChannels } from './channels.ts';
import { chatUser } from './chat-user.ts';
import { KchatClient } from './client.ts';
import type { ClientOptions } from './client.ts';
import { createFiles } from './files.ts';
import { dialogDocument } from './forms.ts';
import { createHttp } from './http.ts';
import { createLateReply } from './late-reply.ts';
import { createMessages } from './messages.ts';
import { createPeople } from './people.ts';
import { read } from './read.ts';
import { createReceivedFiles } from './received-files.ts';

export interface ChatOptions extends ClientOptions {
  /** Where kChat sends pressed buttons and filled-in forms; who makes none may leave it out. */
  publicUrl?: string;
}

/**
 * The Chat port for kChat and Mattermost alike.
 * @param options where kChat is, the bot's token, and the limit for one exchange in milliseconds (10 s unless told).
 */
export function createChat({ publicUrl = '', ...options }: ChatOptions): Chat {
  const client = new KchatClient(options);
  const identify: Chat['identify'] = async () => chatUser(await read(userAnswer, client.getMe()));

  // An account's id never changes, so it is asked for once; a failure is not kept.
  let knownId: string | undefined;
  const ownId = async (): Promise<string> => (knownId ??= (await identify()).id);

  return {
    identify,
    ...createPeople(client),
    ...createChannels(client, ownId),
    ...createMessages(client, ownId, `${publicUrl}/kchat/action`),
    ...createFiles(client, ownId),
    ...createReceivedFiles(client),
    openForm: async (triggerId, form) => {
      await client.openDialog(triggerId, `${publicUrl}/kchat/dialog`, dialogDocument(form));
    },
    replyLate: createLateReply(options.url, createHttp(options)),
  };
}
