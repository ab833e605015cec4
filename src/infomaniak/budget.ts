import PQueue from 'p-queue';
import { startDeadline } from './deadline.ts';
import type { Priority } from './request.ts';
import { notSent } from './silence.ts';

export interface Budget {
  /**
   * Runs `task` when its turn comes; waits as long as that takes.
   * @throws RemoteSilence (`connection_failed`) when the budget was stopped before the turn came
   */
  run<T>(operation: string, priority: Priority, task: () => Promise<T>): Promise<T>;
  /**
   * Takes one request out of the budget for whoever can do without it.
   * @param patienceMs how long its turn may take to come, in milliseconds.
   * @returns false, and nothing is taken, when it does not come by then.
   */
  take(patienceMs: number): Promise<boolean>;
  /** Lets nothing more start for so many milliseconds; a longer pause that is under way stays. */
  pause(ms: number): void;
}

export interface BudgetOptions {
  /** How many requests may start in any minute. */
  ratePerMinute: number;
  signal?: AbortSignal | undefined;
}

const ranks: Record<Priority, number> = { interactive: 1, background: 0 };

/** Few at once, so that a 429 is noticed before the whole minute's budget is on its way. */
const concurrency = 6;

/** A nonsensical `Retry-After` must not silence the program for days; if it was meant, the next 429 says so again. */
const longestPauseMs = 3_600_000;

/**
 * One budget for everything that is sent. Infomaniak: 60 requests a minute for all routes together, and what they are
 * counted on is unknown; so the window slides: no minute, wherever it begins, holds more than `ratePerMinute`.
 */
export function createBudget({ ratePerMinute, signal }: BudgetOptions): Budget {
  const queue = new PQueue({ concurrency, intervalCap: ratePerMinute, interval: 60_000, strict: true });
  let pausedUntil = 0;
  let resume: NodeJS.Timeout | undefined;

  signal?.addEventListener('abort', () => {
    clearTimeout(resume);
    queue.clear();
  });

  return {
    async run(operation, priority, task) {
      if (signal?.aborted) throw notSent(operation);
      try {
        return await queue.add(task, { priority: ranks[priority] });
      } catch (error) {
        // The queue's own way of saying that it was cleared; what a task throws is an error of ours.
        throw error instanceof DOMException ? notSent(operation) : error;
      }
    },

    async take(patienceMs) {
      const patience = startDeadline(patienceMs, signal);
      const turn = { priority: ranks.background, signal: patience.signal };
      try {
        // Ends at once, so that what takes its time holds up nobody.
        await queue.add(() => Promise.resolve(), turn);
        return true;
      } catch {
        return false;
      } finally {
        patience.clear();
      }
    },

    pause(ms) {
      const now = performance.now();
      const until = now + Math.min(ms, longestPauseMs);
      if (until <= pausedUntil || signal?.aborted) return;
      pausedUntil = until;
      queue.pause();
      clearTimeout(resume);
      resume = setTimeout(() => queue.start(), until - now);
    },
  };
}
