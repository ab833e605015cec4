import type { Clock } from '../../src/ports/clock.ts';

/** Stands still until a test moves it. */
export class FakeClock implements Clock {
  #now = Date.UTC(2026, 10, 23, 9, 0, 0);

  now(): number {
    return this.#now;
  }

  /** @param ms how far to move on, in milliseconds. */
  advance(ms: number): void {
    this.#now += ms;
  }

  /** Never back: a time that has passed changes nothing. */
  moveTo(at: number): void {
    this.#now = Math.max(this.#now, at);
  }
}

export const seconds = (count: number) => count * 1_000;
export const minutes = (count: number) => count * 60_000;
export const hours = (count: number) => count * 3_600_000;
export const days = (count: number) => count * 86_400_000;
