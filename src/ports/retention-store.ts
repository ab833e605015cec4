/** Erases people's data and keeps the count: rows stay with their times and states, without the person. */
export interface RetentionStore {
  /**
   * Invitations that have ended, of which nothing was recorded since and for which nothing is owed any more, oldest
   * first; those forgotten left out.
   * @param before in milliseconds.
   */
  endedBefore(teamId: string, before: number, limit: number): Promise<string[]>;
  /** The ended invitations of an address, whose person is not forgotten yet. */
  endedOf(teamId: string, email: string): Promise<string[]>;
  /** Whether something owed for one of these invitations is being done at this moment. */
  isBusy(teamId: string, invitationIds: readonly string[]): Promise<boolean>;
  /**
   * Erases the person of these invitations: in them, their events, what was or is owed for them, the notices, the
   * imports and the record of acts. What was still owed is dropped.
   * @returns how many were forgotten now.
   */
  forget(teamId: string, invitationIds: readonly string[], at: number): Promise<number>;
}
