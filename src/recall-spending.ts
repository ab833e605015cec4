import type { Spending } from './infomaniak/budget.ts';
import type { Clock } from './ports/clock.ts';
import type { Store } from './ports/store.ts';

/** Longer than anything counts for. */
const keptMs = 2 * 60_000;

/** The provider's budget as the process before this one left it, and kept for the next one. */
export async function recallSpending(
  { budget }: Pick<Store, 'budget'>,
  teamId: string,
  clock: Clock,
): Promise<Spending> {
  const now = clock.now();
  const starts = await budget.spentSince(teamId, now - keptMs);
  return {
    agesMs: starts.map((at) => now - at),
    record: async () => {
      await budget.forgetBefore(teamId, clock.now() - keptMs);
      await budget.spend(teamId, clock.now());
    },
  };
}
