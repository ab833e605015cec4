import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { remarkOn, isTokenRefused } from '../errors.ts';
import { oweDeadReport } from '../invitations/owe-dead-report.ts';
import { TryLater } from '../invitations/try-later.ts';
import type { Clock } from '../ports/clock.ts';
import type { AnyDelivery } from '../ports/delivery-store.ts';
import type { AttemptOutcome, Observe } from '../ports/observe.ts';
import type { Store } from '../ports/store.ts';
import type { Within } from '../ports/within.ts';
import { Attempts } from './attempts.ts';
import type { JobKind, JobKinds, JobResult } from './job-kind.ts';
import { retryDelay } from './retry-rule.ts';

export interface WorkerOptions {
  /** Whose deliveries it runs. */
  teamId: string;
  store: Store;
  kinds: JobKinds;
  clock: Clock;
  log: WorkerLog;
  observe?: Observe;
  within?: Within;
  /** What the leases are held by; one of its own by default. */
  holder?: string;
  /** Whether this process may take work at this moment. */
  mayClaim?: () => boolean;
  /** Told whenever an attempt has ended, for whoever waits for it; `attempts` by default. */
  onAttempt?: (dedupeKey: string) => void;
  /** Resolves when something may be due, or by the signal; after a second by default. */
  untilDue?: (signal: AbortSignal) => Promise<void>;
  /** How many deliveries run at the same time. */
  concurrency?: number;
}

export interface WorkerLog {
  debug(details: object, message: string): void;
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** How long a delivery is safe from other workers unless renewed; after a crash it waits this long at most. */
const leaseMs = 5 * 60_000;
const idleMs = 1_000;

/** Takes due deliveries from the store and makes them true outside, several at a time, until it is stopped. */
export class Worker {
  readonly attempts = new Attempts();
  readonly #options: Required<WorkerOptions>;
  readonly #holder: string;
  /** What runs, and which delivery it is about. */
  readonly #running = new Map<Promise<void>, string>();
  /** The database was away at a moment that matters: it may have leases in our name that nobody works on. */
  #mayHoldMore = false;
  #alarm = new AbortController();
  #stopping = false;
  #isPaused = false;
  #loop: Promise<void> | undefined;

  constructor(options: WorkerOptions) {
    this.#options = {
      concurrency: 8,
      observe: () => undefined,
      within: (_ids, work) => work(),
      holder: randomUUID(),
      mayClaim: () => true,
      untilDue: pause,
      onAttempt: (dedupeKey) => {
        this.attempts.announce(dedupeKey);
      },
      ...options,
    };
    this.#holder = this.#options.holder;
  }

  start(): void {
    this.#loop ??= this.#run();
  }

  /** kChat refuses the token: claims nothing until `resume`. What runs goes on; a 401 costs it no attempt. */
  pause(): void {
    this.#isPaused = true;
  }

  resume(): void {
    this.#isPaused = false;
    this.wake();
  }

  /** Looks for due deliveries now instead of at the next tick: something was just written. */
  wake(): void {
    this.#alarm.abort();
  }

  /**
   * Claims nothing more and waits for what runs.
   * @returns false when something was still running after `graceMs`; its lease protects it until the next start.
   */
  async stop(graceMs: number): Promise<boolean> {
    this.#stopping = true;
    this.wake();
    await this.#loop;
    const timer = new AbortController();
    const late = wait(graceMs, false, { signal: timer.signal }).catch(() => false);
    const drained = await Promise.race([Promise.all(this.#running.keys()).then(() => true), late]);
    timer.abort();
    return drained;
  }

  /** Runs everything that is due, and what comes due of it, to the end. For tests and one-off commands. */
  async drain(): Promise<void> {
    while ((await this.#claim()) > 0 || this.#running.size > 0) {
      await Promise.all(this.#running.keys());
    }
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      this.#alarm = new AbortController();
      const claimed = await this.#claim().catch((error: unknown) => {
        this.#options.log.error({ err: error }, 'deliveries could not be claimed');
        this.#mayHoldMore = true;
        return 0;
      });
      if (claimed > 0 && this.#running.size < this.#options.concurrency) continue;
      await this.#sleep();
    }
  }

  /** Until the next delivery is due, something finishes, or somebody calls `wake`. */
  async #sleep(): Promise<void> {
    const { signal } = this.#alarm;
    if (signal.aborted) return;
    // Leases in our name are not due for anybody who looks.
    await (this.#mayHoldMore ? pause(signal) : this.#options.untilDue(signal));
  }

  async #claim(): Promise<number> {
    const { teamId, store, clock, concurrency, mayClaim } = this.#options;
    const limit = concurrency - this.#running.size;
    if (limit <= 0 || this.#isPaused || !mayClaim()) return 0;
    await this.#letGo();
    const claimed = await store.deliveries.claim({ teamId, now: clock.now(), holder: this.#holder, leaseMs, limit });
    const already = new Set(this.#running.values());
    for (const delivery of claimed) {
      // Its lease was lost for a while; what runs has it again, and nothing is begun beside it.
      if (already.has(delivery.id)) continue;
      const run = this.#watched(delivery).then((outcome) => {
        this.#running.delete(run);
        this.#mayHoldMore ||= outcome === 'lost';
        this.#options.onAttempt(delivery.dedupeKey);
        // Whatever keeps ends from being written must not have it tried again without a pause.
        if (outcome !== 'lost') this.wake();
      });
      this.#running.set(run, delivery.id);
    }
    return claimed.length;
  }

  /** Every line that an attempt leads to in the log carries its ids. */
  #watched(delivery: AnyDelivery): Promise<AttemptOutcome> {
    const { id, kind, invitationId: invitation, attempts: attempt } = delivery;
    return this.#options.within({ delivery: id, kind, invitation, attempt }, async () => {
      const startedAt = performance.now();
      const outcome = await this.#attempt(delivery);
      const durationMs = performance.now() - startedAt;
      this.#options.observe({ happened: 'attempt', kind, outcome, durationMs });
      return outcome;
    });
  }

  async #attempt(delivery: AnyDelivery): Promise<AttemptOutcome> {
    const { log } = this.#options;
    // The payload of a delivery fits its kind (AnyDelivery); TypeScript can't follow that through the look-up.
    const kind = this.#options.kinds[delivery.kind] as JobKind<never>;
    const heartbeat = setInterval(() => void this.#renew(delivery.id), leaseMs / 3);
    try {
      const { result, record } = await kind.run(delivery as never);
      const isOurs = await this.#finish(delivery.id, result, record);
      log[kind.isRoutine ? 'debug' : 'info']({ result }, 'delivered');
      return isOurs ? 'done' : 'lost';
    } catch (error) {
      return await this.#afterFailure(delivery, kind, error).catch((problem: unknown) => {
        log.error({ err: problem }, 'the end of a delivery could not be written; it is tried again');
        return 'lost' as const;
      });
    } finally {
      clearInterval(heartbeat);
    }
  }

  /** @returns whether the delivery was still this worker's. */
  async #finish(id: string, result: string, record: JobResult['record']): Promise<boolean> {
    const { store, clock } = this.#options;
    if (!record) return store.deliveries.finish(id, this.#holder, result, clock.now());
    return store.transaction(async (queries) => {
      const isOurs = await queries.deliveries.finish(id, this.#holder, result, clock.now());
      if (isOurs) await record(queries);
      return isOurs;
    });
  }

  /**
   * Leases of attempts whose end could not be written, and of claims whose answer was lost, would hold these deliveries up
   * for minutes. They count as tried since they were claimed, so that the next attempt looks for what may have been done.
   */
  async #letGo(): Promise<void> {
    if (!this.#mayHoldMore) return;
    this.#mayHoldMore = false;
    const { teamId, store } = this.#options;
    await store.deliveries.releaseBut(teamId, this.#holder, [...this.#running.values()]);
  }

  /** A look at a thousand people takes longer than any lease should. */
  async #renew(id: string): Promise<void> {
    const { store, clock, log } = this.#options;
    await store.deliveries.renew(id, this.#holder, clock.now() + leaseMs).catch((error: unknown) => {
      log.warn({ err: error }, 'a lease could not be renewed');
    });
  }

  async #afterFailure(delivery: AnyDelivery, kind: JobKind<never>, error: unknown): Promise<AttemptOutcome> {
    const { log, store, clock } = this.#options;
    // While the worker runs, a 401 is about the one call and counts; due at once means when it is resumed.
    const isHeld = this.#isPaused && isTokenRefused(error);
    if (isHeld || error instanceof TryLater) {
      const { delayMs, remark } = error instanceof TryLater ? error : { delayMs: 0, remark: undefined };
      await store.deliveries.postpone(delivery.id, this.#holder, clock.now() + delayMs, remark);
      return 'postponed';
    }
    const reason = remarkOn(error);
    const delay = retryDelay(kind.retry, delivery.attempts, error, Math.random());
    if (delay !== undefined) {
      log.warn({ err: error, retryInMs: delay }, 'a delivery failed and will be tried again');
      await store.deliveries.retry(delivery.id, this.#holder, clock.now() + delay, reason);
      return 'retried';
    }
    log.error({ err: error }, 'a delivery was given up');
    const isTold = (await kind.onDead?.(delivery as never, reason)) ?? false;
    await store.transaction(async (queries) => {
      const now = clock.now();
      const isOurs = await queries.deliveries.bury(delivery.id, this.#holder, reason, now, isTold);
      if (isOurs && !isTold) await oweDeadReport(queries, delivery.teamId, now);
    });
    return 'dead';
  }
}

async function pause(signal: AbortSignal): Promise<void> {
  await wait(idleMs, undefined, { signal }).catch(() => undefined);
}
