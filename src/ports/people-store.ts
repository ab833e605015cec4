/** Who was seen in the team: the memory that keeps anybody from being greeted twice. */
export interface PeopleStore {
  /** Whether the people who were in the team before the bot have been recorded. */
  isPrimed(teamId: string): Promise<boolean>;
  markPrimed(teamId: string, at: number): Promise<void>;
  /** @returns those of the given ids that were not known before. */
  unknownOf(teamId: string, userIds: readonly string[]): Promise<string[]>;
  /** @returns false when the person is known already. */
  add(person: KnownPerson): Promise<boolean>;
}

export interface KnownPerson {
  teamId: string;
  userId: string;
  firstSeenAt: number;
}
