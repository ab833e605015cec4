/**
 * What the product needs of kChat's own invitation of guests, who take part in single channels and have no kSuite seat.
 * Errors are those of the Chat port.
 */
export interface Guests {
  /** Who was invited to a channel and has not registered; undefined where the server has no guests. */
  pendingGuests(channelId: string): Promise<PendingGuest[] | undefined>;
  /**
   * Invites somebody. Asked twice, kChat invites twice.
   * @throws RemoteRefusal 413 when too many mails went out within the hour, 501 where the server has no guests.
   */
  inviteGuest(guest: NewGuest): Promise<void>;
  /**
   * Cancels this one invitation; one that is gone already is no error.
   * @throws RemoteRefusal 400, without a request, for an invitation that has no key: kChat would cancel all there are.
   */
  cancelGuest(guest: Pick<PendingGuest, 'key'>): Promise<void>;
}

export interface PendingGuest {
  /** By it, and by it alone, the invitation is cancelled. */
  key: string;
  /** Lower case; empty where kChat does not tell it. */
  email: string;
  /** In milliseconds. */
  expiresAt: number | undefined;
}

export interface NewGuest {
  teamId: string;
  email: string;
  channelIds: readonly string[];
  /** For the mail. */
  message: string | undefined;
}
