import type { Card } from '../ports/card.ts';
import type { Chat } from '../ports/chat.ts';
import type { Delivery } from '../ports/delivery-store.ts';
import type { Store } from '../ports/store.ts';
import { keptWords } from './kept-message.ts';
import { postCardOnce } from './post-once.ts';

/**
 * Posts a card that people must see once. What it tells of may change between two attempts: the later one looks for the
 * words of the first, and brings what it finds up to date.
 */
export async function postKeptCard(
  { chat, store }: { chat: Chat; store: Pick<Store, 'deliveries'> },
  delivery: Delivery,
  channelId: string,
  card: Card,
): Promise<string> {
  const text = await keptWords(store, delivery, card.text);
  const postId = await postCardOnce(chat, delivery, channelId, { ...card, text });
  if (text !== card.text) await chat.updateCard(postId, card);
  return postId;
}
