/** What a pressed button or a sent form stands for. Both come back without any token, so they carry a signed ticket. */
export interface Ticket {
  /** Used once. */
  id: string;
  teamId: string;
  /** The verb whose button or form it is. */
  verb: string;
  /** Which of the verb's actions. */
  action: string;
  /** What it is about, such as an invitation's id. */
  subject: string;
  /** The only person who may use it; undefined: everybody whom the verb permits. */
  userId: string | undefined;
  /** In milliseconds. */
  expiresAt: number;
}

/** Issues and reads tickets. Nothing is remembered here; that a ticket is used once is the store's affair. */
export interface Tickets {
  issue(ticket: Omit<Ticket, 'id'>): string;
  /** @returns undefined for what was not issued with this key; an expired ticket is returned. */
  read(text: string): Ticket | undefined;
}

export interface TicketStore {
  /** @returns false when it was used before. */
  use(ticket: Pick<Ticket, 'id' | 'teamId' | 'expiresAt'>): Promise<boolean>;
  /** What it was used for has failed for a reason that may pass. */
  giveBack(teamId: string, id: string): Promise<void>;
  /** Forgets the tickets that had expired by then; their signature alone refuses them. */
  forgetExpired(teamId: string, now: number): Promise<void>;
}
