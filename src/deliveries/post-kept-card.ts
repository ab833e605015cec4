import type { Card } from '../ports/card.ts';
import type { Chat } from '../ports/chat.ts';
import type { Delivery } from '../ports/delivery-store.ts';
import type { Store } from '../ports/store.ts';
import { keptWords } from './kept-message.ts';
import { postCardOnce } from './post-once.ts';

export interface KeptCard {
  postId: string;
  /** What it tells of has changed since its words were kept: it is to be drawn again. */
  isStale: boolean;
}

/**
 * Posts a card that people must see once. What it tells of may change between two attempts: the later one looks for the
 * words of the first. They are left as they are until the post is recorded, since a third attempt would miss others.
 */
export async function postKeptCard(
  { chat, store }: { chat: Chat; store: Pick<Store, 'deliveries'> },
  delivery: Delivery,
  channelId: string,
  card: Card,
): Promise<KeptCard> {
  const text = await keptWords(store, delivery, card.text);
  const postId = await postCardOnce(chat, delivery, channelId, { ...card, text });
  return { postId, isStale: text !== card.text };
}
