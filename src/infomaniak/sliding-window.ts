/** Counts what started lately. Times are milliseconds of a clock that never jumps. */
export class SlidingWindow {
  readonly #most: number;
  readonly #lengthMs: number;
  #starts: number[] = [];

  /**
   * @param most how many may start within any `lengthMs`.
   * @param agesMs how long ago earlier ones started.
   */
  constructor(most: number, lengthMs: number, agesMs: readonly number[] = []) {
    this.#most = most;
    this.#lengthMs = lengthMs;
    this.learn(agesMs);
  }

  /** From somebody who knows of them all how long ago they started. */
  learn(agesMs: readonly number[]): void {
    // A clock that was set back would make some start in the future: they count as having just begun.
    this.#starts = agesMs.map((age) => performance.now() - Math.max(0, age)).sort((a, b) => a - b);
  }

  /** Whether one more may start beside those that started so long ago. */
  hasRoom(agesMs: readonly number[]): boolean {
    return agesMs.filter((age) => age < this.#lengthMs).length < this.#most;
  }

  add(at: number): void {
    this.#starts.push(at);
  }

  /** How many have started within the window. */
  count(now: number): number {
    while ((this.#starts[0] ?? now) <= now - this.#lengthMs) this.#starts.shift();
    return this.#starts.length;
  }

  /** When the next one may start; `now` or earlier means at once. */
  nextAt(now: number): number {
    if (this.count(now) < this.#most) return now;
    const blocking = this.#starts.at(-this.#most);
    return blocking === undefined ? now : blocking + this.#lengthMs;
  }
}
