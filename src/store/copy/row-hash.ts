import { createHash } from 'node:crypto';

/** Counts rows and sums them up in one hash; the same rows in the same order have the same. */
export class RowHash {
  readonly #hash = createHash('sha256');
  count = 0;

  add(row: readonly unknown[]): void {
    this.count += 1;
    // Text, numbers and null differ in JSON; bytes are told apart from a text that reads like them.
    this.#hash.update(JSON.stringify(row.map((value) => (value instanceof Uint8Array ? [...value] : value))));
    this.#hash.update('\n');
  }

  digest(): string {
    return this.#hash.digest('hex');
  }
}
