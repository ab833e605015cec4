import { RemoteRefusal } from '../errors.ts';
import type { Chat } from '../ports/chat.ts';

/** The bot acts in channels it is in; it may join public ones by itself, once the server says that it has to. */
export async function asMember<T>(
  chat: Pick<Chat, 'addToChannel'>,
  channelId: string,
  botUserId: string,
  act: () => Promise<T>,
): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof RemoteRefusal) || error.status !== 403) throw error;
    await chat.addToChannel(channelId, botUserId);
    return act();
  }
}
