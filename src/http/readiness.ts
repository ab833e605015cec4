import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../ports/clock.ts';
import { adviceFor } from './advice.ts';

export interface ReadinessReport {
  ready: boolean;
  checks: Record<string, 'ok' | 'failing'>;
  /** By check: what to do about those that fail. */
  advice?: Record<string, string>;
}

interface CheckState {
  lastSuccess: number;
  running: Promise<void> | undefined;
  advice: string | undefined;
}

/** An answer counts for this long, so that frequent probes cost the provider's budget one request a minute. */
const freshMs = 60_000;

/** Asks each dependency when its last answer is no longer fresh. */
export class Readiness {
  readonly #checks: Readonly<Record<string, () => Promise<unknown>>>;
  readonly #clock: Clock;
  readonly #patienceMs: number;
  readonly #states = new Map<string, CheckState>();
  #stopping = false;

  /** @param patienceMs how long a report waits for an answer; one that comes later counts for the next report. */
  constructor(checks: Readonly<Record<string, () => Promise<unknown>>>, clock: Clock, patienceMs = 3_000) {
    this.#checks = checks;
    this.#clock = clock;
    this.#patienceMs = patienceMs;
  }

  /** From now on not ready: the load balancer should look elsewhere. */
  stop(): void {
    this.#stopping = true;
  }

  /** What this dependency answered before counts no longer. */
  distrust(name: string): void {
    const state = this.#states.get(name);
    if (state) state.lastSuccess = -Infinity;
  }

  /** @param names what to ask; all by default. */
  async report(names: readonly string[] = Object.keys(this.#checks)): Promise<ReadinessReport> {
    const entries = await Promise.all(
      names.map(async (name) => [name, (await this.#isOk(name)) ? 'ok' : 'failing'] as const),
    );
    const advice = entries.flatMap(([name, state]) =>
      state === 'ok' ? [] : [[name, this.#states.get(name)?.advice ?? 'It has not answered yet.'] as const],
    );
    return {
      ready: !this.#stopping && entries.every(([, state]) => state === 'ok'),
      checks: Object.fromEntries(entries),
      ...(advice.length > 0 && { advice: Object.fromEntries(advice) }),
    };
  }

  async #isOk(name: string): Promise<boolean> {
    const state = this.#states.get(name) ?? { lastSuccess: -Infinity, running: undefined, advice: undefined };
    this.#states.set(name, state);
    if (this.#isFresh(state)) return true;
    state.running ??= this.#ask(name, state);
    const timer = new AbortController();
    await Promise.race([
      state.running,
      wait(this.#patienceMs, undefined, { signal: timer.signal }).catch(() => undefined),
    ]);
    timer.abort();
    return this.#isFresh(state);
  }

  async #ask(name: string, state: CheckState): Promise<void> {
    try {
      await this.#checks[name]?.();
      state.lastSuccess = this.#clock.now();
    } catch (error) {
      state.advice = adviceFor(error);
    } finally {
      state.running = undefined;
    }
  }

  #isFresh({ lastSuccess }: CheckState): boolean {
    return this.#clock.now() - lastSuccess < freshMs;
  }
}
