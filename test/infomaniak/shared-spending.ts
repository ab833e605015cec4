import type { Spending, Spent } from '../../src/infomaniak/budget.ts';

/** What budgets share, in memory and by the test's time. */
export class SharedSpending implements Spending {
  readonly #starts: number[];
  readonly #onTaken: () => unknown;
  #pausedUntil: number;

  constructor({ agesMs = [], pausedMs = 0 }: Partial<Spent> = {}, onTaken: () => unknown = () => undefined) {
    this.#starts = agesMs.map((age) => Date.now() - age);
    this.#pausedUntil = Date.now() + pausedMs;
    this.#onTaken = onTaken;
  }

  get atFirst(): Spent {
    return {
      agesMs: this.#starts.map((start) => Date.now() - start),
      pausedMs: Math.max(0, this.#pausedUntil - Date.now()),
    };
  }

  async take(isFree: (agesMs: readonly number[]) => boolean): Promise<Spent & { isTaken: boolean }> {
    const spent = this.atFirst;
    const isTaken = spent.pausedMs === 0 && isFree(spent.agesMs);
    if (isTaken) {
      this.#starts.push(Date.now());
      await this.#onTaken();
    }
    return { ...spent, isTaken };
  }

  pause(ms: number): Promise<void> {
    this.#pausedUntil = Math.max(this.#pausedUntil, Date.now() + ms);
    return Promise.resolve();
  }
}
