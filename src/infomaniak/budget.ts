import { AsyncResource } from 'node:async_hooks';
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
  /** Without it the budget is that of this process alone, from now on. */
  spending?: Spending | undefined;
  signal?: AbortSignal | undefined;
}

/** What was spent lately by all processes together, those that are gone included. */
export interface Spent {
  /** How long ago the requests of the last minute started, in milliseconds. */
  agesMs: readonly number[];
  /** How long nothing may start yet, because the provider has asked for it. */
  pausedMs: number;
}

/** Where processes that share a budget, at the same time or one after the other, write down what they spend. */
export interface Spending {
  /** When this process began. */
  atFirst: Spent;
  /**
   * Called before each request is sent: takes a turn, and writes it down, unless there is a pause or `isFree` says no.
   * @param isFree whether there is a turn to take, by how long ago the others were taken.
   */
  take(isFree: (agesMs: readonly number[]) => boolean): Promise<Spent & { isTaken: boolean }>;
  /** The provider has asked for a pause. */
  pause(ms: number): Promise<void>;
}

const ranks: Record<Priority, number> = { interactive: 2, background: 1, patient: 0 };

/** Few at once, so that a 429 is noticed before the whole minute's budget is on its way. */
const concurrency = 6;

/** A nonsensical `Retry-After` must not silence the program for days; if it was meant, the next 429 says so again. */
export const longestPauseMs = 3_600_000;

const minuteMs = 60_000;

/** Requests need differently long to get there: a minute from start to start may be a little less on arrival. */
const marginMs = 300;

/** A little faster than the rate, so that it is the window that holds patient requests back, and nothing is wasted. */
const patience = 0.95;

/** This part of the rate patient requests may take at once: a few people are invited while one watches. */
const hasty = 1 / 3;

/** So much of a step is enough between patient requests: each process counts its own steps, a little differently. */
const shortStep = 0.8;

/** Another process was quicker. */
const refused = Symbol('refused');

/**
 * One budget for everything that is sent. Infomaniak: 60 requests a minute for all routes together, and what they are
 * counted on is unknown; so the window slides: no minute, wherever it begins, holds more than `ratePerMinute`.
 * Many patient requests come evenly, so that whoever asks in the midst of many waits for a second and not for a minute.
 */
export function createBudget({ ratePerMinute, spending, signal }: BudgetOptions): Budget {
  const queue = new PQueue({ concurrency });
  const stepMs = (minuteMs / ratePerMinute) * patience;
  const patient = new PQueue({ intervalCap: 1, interval: stepMs, strict: true });
  const window = new SlidingWindow(ratePerMinute, minuteMs + marginMs, spending?.atFirst.agesMs);
  let pausedUntil = performance.now() + (spending?.atFirst.pausedMs ?? 0);
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

  async function spend<T>(priority: Priority, task: () => Promise<T>): Promise<T | typeof refused> {
    // At once, before the queue starts the next one.
    window.add(performance.now());
    hold();
    return (await isTaken(priority)) ? task() : refused;
  }

  /** Asks the processes that share the budget; when they have spent it, their turns count here as well. */
  async function isTaken(priority: Priority): Promise<boolean> {
    if (!spending) return true;
    const spent = await spending.take(
      (ages) => window.hasRoom(ages) && (priority !== 'patient' || isPatientsTurn(ages)),
    );
    if (spent.isTaken) return true;
    window.learn(spent.agesMs);
    pausedUntil = Math.max(pausedUntil, performance.now() + spent.pausedMs);
    hold();
    return false;
  }

  /** Patient requests come evenly, whichever process sends them. */
  function isPatientsTurn(agesMs: readonly number[]): boolean {
    const isEarly = agesMs.filter((age) => age < minuteMs).length < ratePerMinute * hasty;
    return isEarly || Math.min(...agesMs) >= stepMs * shortStep;
  }

  return {
    async run(operation, priority, task) {
      let rank = ranks[priority];
      // Whoever ends a turn begins the next one, which is about somebody else and is logged as theirs.
      const own = AsyncResource.bind(task);
      const turn = () => queue.add(() => spend(priority, own), { priority: rank });
      try {
        for (;;) {
          if (signal?.aborted) throw notSent(operation);
          const spent = window.count(performance.now()) + queue.size;
          const isSpaced = priority === 'patient' && spent >= ratePerMinute * hasty;
          const answer = await (isSpaced ? patient.add(turn) : turn());
          if (answer !== refused) return answer;
          // Still before those that came after it.
          rank = ranks[priority] + 0.5;
        }
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
        return (await queue.add(() => spend('background', () => Promise.resolve()), turn)) !== refused;
      } catch {
        return false;
      } finally {
        patience.clear();
      }
    },

    pause(ms) {
      const pauseMs = Math.min(ms, longestPauseMs);
      pausedUntil = Math.max(pausedUntil, performance.now() + pauseMs);
      hold();
      // Whoever does not hear of it is told by the provider itself.
      spending?.pause(pauseMs).catch(() => undefined);
    },

    usage() {
      const used = window.count(performance.now());
      return { used, left: Math.max(0, ratePerMinute - used), waiting: patient.size + queue.size };
    },
  };
}
