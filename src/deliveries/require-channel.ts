import { RemoteRefusal } from '../errors.ts';
import type { Chat, ChatChannel } from '../ports/chat.ts';

/**
 * A channel of the configuration.
 * @param operation what it is looked for, as errors name it.
 * @throws RemoteRefusal 404 when there is none of that name; RemoteRefusal, RemoteSilence when kChat does not answer.
 */
export async function requireChannel(
  chat: Pick<Chat, 'channelByName'>,
  teamId: string,
  name: string,
  operation: string,
): Promise<ChatChannel> {
  const channel = await chat.channelByName(teamId, name);
  if (channel) return channel;
  throw new RemoteRefusal({ service: 'kChat', operation, status: 404, code: 'no_such_channel' });
}
