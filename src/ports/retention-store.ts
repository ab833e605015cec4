/** Under what somebody is known: addresses and kChat's ids. */
export interface KnownAs {
  emails: readonly string[];
  userIds: readonly string[];
}

/** The same, with the invitations of theirs that have ended. */
export interface Traces extends KnownAs {
  invitationIds: readonly string[];
}

/** Erases people's data and keeps the count: rows stay with their times and states, without the person. */
export interface RetentionStore {
  /**
   * Invitations that have ended, of which nothing was recorded since and for which nothing is owed any more, oldest
   * first; those forgotten left out.
   * @param before in milliseconds.
   */
  endedBefore(teamId: string, before: number, limit: number): Promise<string[]>;
  /** What invitations that are not forgotten yet know of a person, beside what is known already. */
  tracesOf(teamId: string, known: KnownAs): Promise<Traces>;
  /** Whether something owed to or for this person is being done at this moment. */
  isBusy(teamId: string, traces: Traces): Promise<boolean>;
  /**
   * Erases a person: in their invitations and the events of those, in what was or is owed to them, in notices, imports
   * and the record of acts, and as the inviter of others. What was still owed is dropped.
   * @returns how many invitations that were, and how many other rows.
   */
  forget(teamId: string, traces: Traces, at: number): Promise<{ invitations: number; others: number }>;
  /**
   * Erases people who were not invited here: who arrived, or was acted upon, before a time.
   * @returns how many rows that were, `limit` of a kind at most.
   */
  forgetUninvited(teamId: string, before: number, limit: number): Promise<number>;
  /** The imports, offered but not begun, that have a row about this address. */
  offersAbout(teamId: string, emails: readonly string[]): Promise<string[]>;
}
