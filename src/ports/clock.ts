/** Time as the product sees it. Tests inject their own; nothing else may call `Date.now()` for a decision. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** In milliseconds. */
export const hourMs = 60 * 60_000;
export const dayMs = 24 * hourMs;
