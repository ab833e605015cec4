/** Thrown by a use case that can't go on yet although nothing is wrong: something else has to happen first. */
export class TryLater extends Error {
  override name = 'TryLater';
  readonly delayMs: number;

  /** @param delayMs when to look again, in milliseconds. */
  constructor(reason: string, delayMs: number) {
    super(reason);
    this.delayMs = delayMs;
  }
}
