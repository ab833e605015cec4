import type { InvitationState } from './invitation-store.ts';

/** What is counted. People who were forgotten count as before. */
export interface StatisticsStore {
  /** The invitations of which something happened since then. */
  since(teamId: string, since: number): Promise<InvitationTimes[]>;
  /** Those that wait for their invitee, and how many of them end before a time. */
  pending(teamId: string, before: number): Promise<{ total: number; ending: number }>;
}

/** In milliseconds. */
export interface InvitationTimes {
  state: InvitationState;
  requestedAt: number;
  expiresAt: number | undefined;
  acceptedAt: number | undefined;
}
