import { EventEmitter } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

/** Lets a command's reply wait until its delivery has been tried. */
export class Attempts {
  readonly #events = new EventEmitter().setMaxListeners(0);

  announce(dedupeKey: string): void {
    this.#events.emit(dedupeKey);
  }

  /**
   * Resolves after the next attempt with this key.
   * @param ms how long to wait at most, in milliseconds; then it resolves all the same.
   */
  async next(dedupeKey: string, ms: number): Promise<void> {
    const done = new AbortController();
    const stop = () => {
      done.abort();
    };
    this.#events.once(dedupeKey, stop);
    await wait(Math.max(0, ms), undefined, { signal: done.signal }).catch(() => undefined);
    this.#events.off(dedupeKey, stop);
  }
}
