import { cardAlone, type Card } from '../ports/card.ts';
import type { Chat, ChatFile } from '../ports/chat.ts';
import type { Delivery } from '../ports/delivery-store.ts';

/** kChat's clock and ours may differ; about 70 s was seen (kchat.md, section 5). */
const clockSkewMs = 2 * 60_000;

type Attempt = Pick<Delivery, 'dedupeKey' | 'attempts' | 'firstAttemptAt'>;

/**
 * Posts a message that people must see once. A first attempt simply posts; a later one looks for the message first,
 * because the earlier attempt may have got through without our learning of it.
 */
export async function postOnce(chat: Chat, delivery: Attempt, channelId: string, message: string): Promise<string> {
  return (await findEarlier(chat, delivery, channelId, message)) ?? chat.post(channelId, message, delivery.dedupeKey);
}

/** The same for a card; it is recognised by its text, with or without its buttons. */
export async function postCardOnce(chat: Chat, delivery: Attempt, channelId: string, card: Card): Promise<string> {
  const earlier =
    (await findEarlier(chat, delivery, channelId, card.text)) ??
    (card.instead === undefined ? undefined : await findEarlier(chat, delivery, channelId, cardAlone(card)));
  return earlier ?? chat.postCard(channelId, card, delivery.dedupeKey);
}

/** The same for a message that brings a file, which is made only when it has to be sent. */
export async function postFileOnce(
  chat: Chat,
  delivery: Attempt,
  channelId: string,
  message: string,
  makeFile: () => Promise<ChatFile>,
): Promise<string> {
  const earlier = await findEarlier(chat, delivery, channelId, message);
  return earlier ?? chat.postFile(channelId, message, await makeFile(), delivery.dedupeKey);
}

async function findEarlier(
  chat: Chat,
  { attempts, firstAttemptAt }: Attempt,
  channelId: string,
  message: string,
): Promise<string | undefined> {
  if (attempts <= 1) return undefined;
  return chat.findOwnPost(channelId, message, (firstAttemptAt ?? 0) - clockSkewMs);
}
