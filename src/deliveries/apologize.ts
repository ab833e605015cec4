import { isRemoteError } from '../errors.ts';
import type { Dependencies } from '../invitations/dependencies.ts';
import type { Delivery } from '../ports/delivery-store.ts';
import { postOnce } from './post-once.ts';

/** What was asked for could not be done. Somebody waits for it, so they are told once. @returns false when kChat does not let us. */
export async function apologize(
  { chat }: Pick<Dependencies, 'chat'>,
  delivery: Delivery,
  userId: string,
  message: string,
): Promise<boolean> {
  const apology = { ...delivery, dedupeKey: `${delivery.dedupeKey}:apology` };
  try {
    await postOnce(chat, apology, await chat.directChannel(userId), message);
    return true;
  } catch (error) {
    if (!isRemoteError(error)) throw error;
    return false;
  }
}
