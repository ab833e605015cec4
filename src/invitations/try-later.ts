/** Thrown by a use case that can't go on yet although nothing is wrong: something else has to happen first. */
export class TryLater extends Error {
  override name = 'TryLater';
  readonly delayMs: number;
  readonly remark: string | undefined;

  /**
   * @param delayMs when to look again, in milliseconds.
   * @param remark (ports/remark.ts) for whoever waits for it, where they are to know why.
   */
  constructor(reason: string, delayMs: number, remark?: string) {
    super(reason);
    this.delayMs = delayMs;
    this.remark = remark;
  }
}
