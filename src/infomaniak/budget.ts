import PQueue from 'p-queue';
import type { Priority } from './request.ts';
import { notSent } from './silence.ts';

export interface Budget {
  /**
   * Runs `task` when its turn comes; waits as long as that takes.
   * @throws RemoteSilence (`connection_failed`) when the budget was stopped before the turn came
   */
  run<T>(operation: string, priority: Priority, task: () => Promise<T>): Promise<T>;
  /** Lets nothing more start for so many milliseconds; a longer pause that is under way stays. */
  pause(ms: number): void;
  usage(): BudgetUsage;
}

/** In requests; the minute is the last one. */
export interface BudgetUsage {
  used: number;
  left: number;
  /** Those whose turn has not come. */
  waiting: number;
}

export interface BudgetOptions {
  /** How many requests may start in any minute. */
  ratePerMinute: number;
  signal?: AbortSignal | undefined;
}

const ranks: Record<Priority, number> = { interactive: 1, background: 0 };

const minuteMs = 60_000;

/** Few at once, so that a 429 is noticed before the whole minute's budget is on its way. */
const concurrency = 6;

/** A nonsensical `Retry-After` must not silence the program for days; if it was meant, the next 429 says so again. */
const longestPauseMs = 3_600_000;

/**
 * One budget for everything that is sent. Infomaniak: 60 requests a minute for all routes together, and what they are
 * counted on is unknown; so the window slides: no minute, wherever it begins, holds more than `ratePerMinute`.
 */
export function createBudget({ ratePerMinute, signal }: BudgetOptions): Budget {
  const queue = new PQueue({ concurrency, intervalCap: ratePerMinute, interval: minuteMs, strict: true });
  /** Of the last minute, oldest first. */
  const starts: number[] = [];
  let pausedUntil = 0;
  let resume: NodeJS.Timeout | undefined;

  const startsOfLastMinute = () => {
    const since = performance.now() - minuteMs;
    while (starts[0] !== undefined && starts[0] <= since) starts.shift();
    return starts;
  };

  queue.addEventListener('active', () => {
    startsOfLastMinute().push(performance.now());
  });

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

    pause(ms) {
      const now = performance.now();
      const until = now + Math.min(ms, longestPauseMs);
      if (until <= pausedUntil || signal?.aborted) return;
      pausedUntil = until;
      queue.pause();
      clearTimeout(resume);
      resume = setTimeout(() => queue.start(), until - now);
    },

    usage() {
      const used = startsOfLastMinute().length;
      return { used, left: Math.max(0, ratePerMinute - used), waiting: queue.size };
    },
  };
}
