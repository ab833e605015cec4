/** An invitation to single channels, which kChat makes by itself: no seat, and no account before it is accepted. */
export interface GuestInvitation {
  id: number;
  /** What cancels it. */
  key: string;
  /** The last part of the accept link. */
  secret: string;
  email: string;
  channelIds: string[];
  /** Who invited. */
  inviter: { id: string; userId: number };
  status: 'pending' | 'accepted' | 'cancelled';
  /** Milliseconds, like all times in the state. */
  createdAt: number;
  updatedAt: number;
  expiresAt: number;
}
