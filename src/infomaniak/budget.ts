import PQueue from 'p-queue';
import { startDeadline } from './deadline.ts';
import type { Priority } from './request.ts';
import { notSent } from './silence.ts';
import { SlidingWindow } from './sliding-window.ts';

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
  /** Without it the budget is that of this process alone. */
  spending?: Spending | undefined;
  signal?: AbortSignal | undefined;
}

/** What was spent before this process began, so that being started again is no way to spend it twice. */
export interface Spending {
  /** How long ago requests of the last minute started, in milliseconds. */
  agesMs: readonly number[];
  /** Called before each request is sent. */
  record(): Promise<void>;
}

const ranks: Record<Priority, number> = { interactive: 2, background: 1, patient: 0 };

/** Few at once, so that a 429 is noticed before the whole minute's budget is on its way. */
const concurrency = 6;

/** A nonsensical `Retry-After` must not silence the program for days; if it was meant, the next 429 says so again. */
const longestPauseMs = 3_600_000;

const minuteMs = 60_000;

/** Requests need differently long to get there: a minute from start to start may be a little less on arrival. */
const marginMs = 300;

/** A little faster than the rate, so that it is the window that holds patient requests back, and nothing is wasted. */
const patience = 0.95;

/** This part of the rate patient requests may take at once: a few people are invited while one watches. */
const hasty = 1 / 3;

/**
 * One budget for everything that is sent. Infomaniak: 60 requests a minute for all routes together, and what they are
 * counted on is unknown; so the window slides: no minute, wherever it begins, holds more than `ratePerMinute`.
 * Many patient requests come evenly, so that whoever asks in the midst of many waits for a second and not for a minute.
 */
export function createBudget({ ratePerMinute, spending, signal }: BudgetOptions): Budget {
  const queue = new PQueue({ concurrency });
  const patient = new PQueue({ intervalCap: 1, interval: (minuteMs / ratePerMinute) * patience, strict: true });
  const window = new SlidingWindow(ratePerMinute, minuteMs + marginMs, spending?.agesMs);
  let pausedUntil = 0;
  let resume: NodeJS.Timeout | undefined;

  signal?.addEventListener('abort', () => {
    clearTimeout(resume);
    patient.clear();
    queue.clear();
  });
  hold();

  /** Lets nothing start before there is room again. */
  function hold(): void {
    const now = performance.now();
    const until = Math.max(pausedUntil, window.nextAt(now));
    clearTimeout(resume);
    if (until <= now || signal?.aborted) {
      queue.start();
      return;
    }
    queue.pause();
    resume = setTimeout(hold, until - now);
  }

  async function spend<T>(task: () => Promise<T>): Promise<T> {
    // At once, before the queue starts the next one.
    window.add(performance.now());
    hold();
    await spending?.record();
    return task();
  }

  return {
    async run(operation, priority, task) {
      if (signal?.aborted) throw notSent(operation);
      const turn = () => queue.add(() => spend(task), { priority: ranks[priority] });
      const spent = window.count(performance.now()) + queue.size;
      const isSpaced = priority === 'patient' && spent >= ratePerMinute * hasty;
      try {
        return await (isSpaced ? patient.add(turn) : turn());
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
        await queue.add(() => spend(() => Promise.resolve()), turn);
        return true;
      } catch {
        return false;
      } finally {
        patience.clear();
      }
    },

    pause(ms) {
      pausedUntil = Math.max(pausedUntil, performance.now() + Math.min(ms, longestPauseMs));
      hold();
    },

    usage() {
      const used = window.count(performance.now());
      return { used, left: Math.max(0, ratePerMinute - used), waiting: patient.size + queue.size };
    },
  };
}
