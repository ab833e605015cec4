import { longestPauseMs, type Spending, type Spent } from './infomaniak/budget.ts';
import type { Clock } from './ports/clock.ts';
import type { Store, StoreQueries } from './ports/store.ts';

/** Longer than anything counts for. */
const keptMs = 2 * 60_000;

/**
 * The provider's budget as it stands in the database: as the process before this one left it, and shared with those that
 * serve the same database at the same time.
 */
export async function recallSpending(
  store: Pick<Store, 'budget' | 'transaction'>,
  teamId: string,
  clock: Clock,
): Promise<Spending> {
  const read = async ({ budget }: Pick<StoreQueries, 'budget'>, now: number): Promise<Spent> => {
    const starts = await budget.spentSince(teamId, now - keptMs);
    const pausedUntil = await budget.pausedUntil(teamId);
    const pausedMs = Math.max(0, pausedUntil - now);
    return {
      // A clock that was set back by hours makes some start in a far future; they are long past.
      agesMs: starts.filter((at) => at <= now + keptMs).map((at) => now - at),
      // Nobody asks for a longer pause: it was asked for by such a clock.
      pausedMs: pausedMs > longestPauseMs ? 0 : pausedMs,
    };
  };
  return {
    atFirst: await read(store, clock.now()),
    take: (isFree) =>
      store.transaction(async (queries) => {
        const now = clock.now();
        const spent = await read(queries, now);
        const isTaken = spent.pausedMs === 0 && isFree(spent.agesMs);
        if (isTaken) {
          await queries.budget.forgetBefore(teamId, now - keptMs);
          await queries.budget.spend(teamId, now);
        }
        return { ...spent, isTaken };
      }),
    pause: (ms) => store.budget.pause(teamId, clock.now() + ms),
  };
}
