/** One line of the result. */
export interface Finding {
  /** What was measured, with its unit. */
  what: string;
  value: number;
  goal?: Goal;
}

export interface Goal {
  is: 'at least' | 'at most';
  value: number;
}

export function isMet({ value, goal }: Finding): boolean | undefined {
  if (!goal) return undefined;
  return goal.is === 'at least' ? value >= goal.value : value <= goal.value;
}

export const atLeast = (value: number): Goal => ({ is: 'at least', value });
export const atMost = (value: number): Goal => ({ is: 'at most', value });
