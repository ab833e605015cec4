import { z } from 'zod';
import { RemoteRefusal } from '../errors.ts';
import type { Guests, PendingGuest } from '../ports/guests.ts';
import { guestInvitationAnswer, pendingGuestsAnswer, type PendingGuestAnswer } from './answers.ts';
import type { KchatClient } from './client.ts';
import { isMissingRoute, read } from './read.ts';

const configAnswer = z
  .looseObject({ EnableGuestAccounts: z.string().optional().catch(undefined) })
  .describe('the configuration for clients');

/** From this value on a time is in milliseconds (as seconds it would lie in the year 5138). */
const firstMillisecond = 100_000_000_000;

/** Said of one person the error has no status of its own: then its name is all that tells this limit from a final "no". */
const tooManyMails = 'app.email.rate_limit_exceeded.app_error';

/** The part of the Chat port about guests (kChat: section 6). */
export function createGuests(client: KchatClient): Guests {
  // Asked until the answer is yes: whoever switches guests on later does not have to start the bot again.
  let hasGuests = false;

  return {
    async pendingGuests(channelId) {
      hasGuests = hasGuests || (await offersGuests(client));
      if (!hasGuests) return undefined;
      try {
        const waiting = await read(pendingGuestsAnswer, client.getPendingGuests(channelId));
        return Object.values(waiting).filter(isWaiting).map(toPendingGuest);
      } catch (error) {
        if (error instanceof RemoteRefusal && isMissingRoute(error)) return undefined;
        throw error;
      }
    },

    async inviteGuest({ teamId, email, channelIds, message }) {
      const sent = client.sendEmailGuestInvitesToChannelsGracefully(teamId, [...channelIds], [email], message ?? '');
      const [result] = await read(guestInvitationAnswer, sent);
      if (!result?.error) return;
      const { id, message: description, status_code: said } = result.error;
      const operation = 'POST /api/v4/teams/{}/invite-guests/email';
      const status = said ?? (id === tooManyMails ? 413 : 400);
      throw new RemoteRefusal({ service: 'kChat', operation, status, code: id, description });
    },

    async cancelGuest({ key }) {
      try {
        await client.cancelGuestInvitation(key);
      } catch (error) {
        if (!(error instanceof RemoteRefusal) || error.status !== 404 || isMissingRoute(error)) throw error;
      }
    },
  };
}

/** Whether the server has guests at all, by the setting that its own clients go by. */
export async function offersGuests(client: Pick<KchatClient, 'getClientConfig'>): Promise<boolean> {
  const { EnableGuestAccounts: enabled } = await read(configAnswer, client.getClientConfig());
  return enabled === 'true';
}

/** The list is of those who wait; should kChat leave others in it, they say so. Who was invited by SMS has no address. */
function isWaiting({ status, deleted_at: deletedAt, email, sms }: PendingGuestAnswer): boolean {
  return !deletedAt && (status === '' || status === 'pending') && (email !== '' || sms === '');
}

function toPendingGuest({ key, email, expires_at: expiresAt }: PendingGuestAnswer): PendingGuest {
  return { key, email: email.toLowerCase(), expiresAt: expiresAt === undefined ? undefined : milliseconds(expiresAt) };
}

/** Nobody has published whether these times are in seconds, as Infomaniak's are, or in kChat's milliseconds. */
function milliseconds(time: number): number {
  return time < firstMillisecond ? time * 1_000 : time;
}
