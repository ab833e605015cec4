import { isRemoteError } from '../errors.ts';
import type { Dependencies } from '../invitations/dependencies.ts';
import type { ChatFile } from '../ports/chat.ts';
import type { Delivery } from '../ports/delivery-store.ts';
import { postFileOnce, postOnce } from './post-once.ts';

type FileDelivery = Delivery<'stats_chart' | 'export'>;

/**
 * Sends a file to whoever asked for it, by direct message.
 * @param message the same in every attempt.
 */
export async function sendFile(
  { chat }: Pick<Dependencies, 'chat'>,
  delivery: FileDelivery,
  message: string,
  makeFile: () => Promise<ChatFile>,
): Promise<string> {
  return postFileOnce(chat, delivery, await chat.directChannel(delivery.payload.userId), message, makeFile);
}

/** The file could not be sent. Somebody waits for it, so they are told. @returns false when kChat does not let us. */
export async function tellOfMissingFile(
  { chat }: Pick<Dependencies, 'chat'>,
  delivery: Delivery,
  userId: string,
  message: string,
): Promise<boolean> {
  const apology = { ...delivery, dedupeKey: `${delivery.dedupeKey}:missing` };
  try {
    await postOnce(chat, apology, await chat.directChannel(userId), message);
    return true;
  } catch (error) {
    if (!isRemoteError(error)) throw error;
    return false;
  }
}
