import type { Dependencies } from '../invitations/dependencies.ts';
import type { ChatFile } from '../ports/chat.ts';
import type { Delivery } from '../ports/delivery-store.ts';
import { postFileOnce } from './post-once.ts';

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
