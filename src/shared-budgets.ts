import { createHash } from 'node:crypto';
import type { OfTeams, ServeConfig } from './config.ts';
import { sharesBudget } from './config/compare-teams.ts';
import { createBudget, type Budget } from './infomaniak/budget.ts';
import type { Clock } from './ports/clock.ts';
import type { TeamsStore } from './ports/store.ts';
import { recallSpending } from './recall-spending.ts';

export interface BudgetsOptions {
  configs: OfTeams<ServeConfig>;
  store: TeamsStore;
  clock: Clock;
  signal: AbortSignal;
}

/** The budget of a team; teams with the same token at Infomaniak get the same one. */
export type BudgetOf = (config: ServeConfig, teamId: string) => Promise<Budget>;

/** Each budget is made once, however often a team has to be opened. */
export function createBudgets({ configs, store, clock, signal }: BudgetsOptions): BudgetOf {
  const budgets = new Map<string, Promise<Budget>>();
  return (config, teamId) => {
    const isShared = configs.some((other) => other !== config && sharesBudget(config, other));
    const key = isShared ? sharedKey(config) : teamId;
    const known = budgets.get(key);
    if (known) return known;
    const ratePerMinute = config.INFOMANIAK_RATE_PER_MINUTE;
    const budget = recallSpending(store.forTeam(key), key, clock).then((spending) =>
      createBudget({ ratePerMinute, spending, signal }),
    );
    budgets.set(key, budget);
    budget.catch(() => budgets.delete(key));
    return budget;
  };
}

/** The same in every process, and no secret. */
function sharedKey({ INFOMANIAK_API_URL, INFOMANIAK_API_TOKEN }: ServeConfig): string {
  const shared = JSON.stringify([INFOMANIAK_API_URL, INFOMANIAK_API_TOKEN]);
  return `shared:${createHash('sha256').update(shared).digest('base64url')}`;
}
