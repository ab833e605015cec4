import { RemoteRefusal } from '../errors.ts';
import type { Chat } from '../ports/chat.ts';
import type { Delivery } from '../ports/delivery-store.ts';

/** kChat's clock and ours may differ; about 70 s was seen (kchat.md, section 5). */
const clockSkewMs = 2 * 60_000;

/**
 * Posts a message that people must see once. A first attempt simply posts; a later one looks for the message first,
 * because the earlier attempt may have got through without our learning of it.
 */
export async function postOnce(
  chat: Chat,
  { dedupeKey, attempts, firstAttemptAt }: Pick<Delivery, 'dedupeKey' | 'attempts' | 'firstAttemptAt'>,
  channelId: string,
  message: string,
): Promise<string> {
  if (attempts > 1) {
    const earlier = await chat.findOwnPost(channelId, message, (firstAttemptAt ?? 0) - clockSkewMs);
    if (earlier !== undefined) return earlier;
  }
  return chat.post(channelId, message, dedupeKey);
}

/** The bot acts in channels it is in; it may join public ones by itself, once the server says that it has to. */
export async function asMember<T>(chat: Chat, channelId: string, botUserId: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof RemoteRefusal) || error.status !== 403) throw error;
    await chat.addToChannel(channelId, botUserId);
    return act();
  }
}
