/** When requests to the provider started; only the last minute matters. And until when it wants none. In milliseconds. */
export interface BudgetStore {
  spend(teamId: string, at: number): Promise<void>;
  spentSince(teamId: string, at: number): Promise<number[]>;
  forgetBefore(teamId: string, at: number): Promise<void>;
  /** A pause that ends earlier than the one that is known changes nothing. */
  pause(teamId: string, until: number): Promise<void>;
  /** @returns 0 when there never was one. */
  pausedUntil(teamId: string): Promise<number>;
}
