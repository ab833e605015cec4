/** Copies of the database in a folder of their own, a certain number of them. */
export interface Backups {
  /**
   * Makes the copy of this time unless it is there, and removes the oldest beyond the number that is kept.
   * @returns its file name.
   * @throws BackupError.
   */
  make(at: number): Promise<string>;
  /** The time of the newest copy. */
  newest(): Promise<number | undefined>;
}
