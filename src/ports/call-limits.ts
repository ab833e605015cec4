/** The whole team may do so many times as much as one person. */
export const teamShare = 5;

/** How much people may ask of the bot in a short time. */
export interface CallLimits {
  /** Counts one command, button or form of a person. @returns how long they have to wait, in milliseconds; 0: not at all. */
  take(userId: string): Promise<number>;
}
