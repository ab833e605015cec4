import type { Delivery } from '../ports/delivery-store.ts';
import type { Store } from '../ports/store.ts';

/**
 * The words of a message, the same in every attempt: a repeat has to look for exactly what was sent, though the
 * template may have been changed since, and a writer never says a thing twice in the same way.
 */
export async function keptMessage(
  { deliveries }: Pick<Store, 'deliveries'>,
  { id, message }: Pick<Delivery, 'id' | 'message'>,
  compose: () => Promise<string | undefined>,
): Promise<string | undefined> {
  if (message !== undefined) return message;
  const composed = await compose();
  return composed === undefined ? undefined : deliveries.keepMessage(id, composed);
}

/** The same for words that are there already: those of the first attempt, whatever they would be by now. */
export async function keptWords(
  { deliveries }: Pick<Store, 'deliveries'>,
  { id, message }: Pick<Delivery, 'id' | 'message'>,
  words: string,
): Promise<string> {
  return message ?? deliveries.keepMessage(id, words);
}
