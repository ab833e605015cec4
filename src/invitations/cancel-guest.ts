import type { ChatUser } from '../ports/chat.ts';
import type { Invitation } from '../ports/invitation-store.ts';
import type { Dependencies } from './dependencies.ts';
import { findHere } from './find-here.ts';
import { lookForGuest } from './look-for-guest.ts';

/**
 * Takes back whatever kChat waits for of this guest, each invitation by its own key. One that is gone already is fine.
 * @returns the guest, when they were quicker and are here.
 * @throws RemoteRefusal, RemoteSilence when kChat does not answer.
 */
export async function cancelGuest(
  deps: Pick<Dependencies, 'chat' | 'settings'>,
  invitation: Invitation,
): Promise<ChatUser | undefined> {
  const { waiting, problem } = await lookForGuest(deps, invitation);
  if (waiting.length === 0) {
    const user = await findHere(deps, invitation.email);
    if (!user && problem) throw problem;
    return user;
  }
  for (const guest of waiting) await deps.chat.cancelGuest(guest);
  return undefined;
}
