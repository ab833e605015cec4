import { isOutOfReach, RemoteSilence, type RemoteError } from '../errors.ts';
import type { PendingGuest } from '../ports/guests.ts';
import type { Invitation } from '../ports/invitation-store.ts';
import { asMember } from './as-member.ts';
import type { Dependencies } from './dependencies.ts';

export interface GuestLook {
  /** What kChat waits for under this address; normally one. */
  waiting: PendingGuest[];
  /** The server has no guests. */
  isLacking: boolean;
  /**
   * A channel could not be looked at, or does not tell everybody's address, or the server has no guests (any more): then
   * nothing follows from finding nobody.
   */
  problem: RemoteError | undefined;
}

/**
 * Looks for a guest where kChat shows those who have not registered: in each channel of the invitation.
 * @param pendingGuests may remember what it was told a moment ago.
 * @throws RemoteRefusal, RemoteSilence when kChat fails as a whole; a channel that is gone or closed is told as `problem`.
 */
export async function lookForGuest(
  { chat, settings }: Pick<Dependencies, 'chat' | 'settings'>,
  { email, channels }: Pick<Invitation, 'email' | 'channels'>,
  pendingGuests: Dependencies['chat']['pendingGuests'] = (channelId) => chat.pendingGuests(channelId),
): Promise<GuestLook> {
  const waiting = new Map<string, PendingGuest>();
  let problem: RemoteError | undefined;
  for (const { id } of channels) {
    try {
      const guests = await asMember(chat, id, settings.botUserId, () => pendingGuests(id));
      if (!guests) return { waiting: [], isLacking: true, problem: incomplete() };
      for (const guest of guests) if (guest.email === email) waiting.set(guest.key, guest);
      if (guests.some((guest) => guest.email === '')) problem ??= incomplete();
    } catch (error) {
      if (!isOutOfReach(error)) throw error;
      problem = error;
    }
  }
  return { waiting: [...waiting.values()], isLacking: false, problem };
}

function incomplete(): RemoteSilence {
  const operation = 'GET /api/v4/channels/{}/members/pending_guest';
  return new RemoteSilence({ service: 'kChat', operation, reason: 'incomplete_answer' });
}
