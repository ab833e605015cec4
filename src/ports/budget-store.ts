/** When requests to the provider started; only the last minute matters. Times in milliseconds. */
export interface BudgetStore {
  spend(teamId: string, at: number): Promise<void>;
  spentSince(teamId: string, at: number): Promise<number[]>;
  forgetBefore(teamId: string, at: number): Promise<void>;
}
