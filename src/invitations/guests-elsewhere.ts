import { isRemoteError } from '../errors.ts';
import type { PendingGuest } from '../ports/guests.ts';
import type { Dependencies } from './dependencies.ts';
import { firstWithin } from './first-within.ts';

/** More than these in one sentence, and nobody reads it. */
const shown = 20;
/** What is only worth a glance must not make the reply late. Milliseconds. */
const patienceMs = 700;

/**
 * Guests whom kChat waits for in a channel and who were not invited here. They are looked for in passing: where kChat
 * has no guests, does not show them to the bot or does not answer in time, there are none.
 */
export async function guestsInvitedElsewhere(
  { chat, store, settings }: Pick<Dependencies, 'chat' | 'store' | 'settings'>,
  channelId: string,
): Promise<PendingGuest[]> {
  try {
    const waiting = (await firstWithin(patienceMs, chat.pendingGuests(channelId))) ?? [];
    const ours = await Promise.all(waiting.map(({ email }) => store.invitations.open(settings.team.id, email)));
    return waiting.filter(({ email }, index) => email !== '' && !ours[index]).slice(0, shown);
  } catch (error) {
    if (!isRemoteError(error)) throw error;
    return [];
  }
}
