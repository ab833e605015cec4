import type { Clock } from '../ports/clock.ts';

/**
 * Spares a costly look-up: what it found counts for a while, and those who ask meanwhile wait for the same answer.
 * @param ms for how long, in milliseconds. A failure is not kept.
 */
export function remembered<T>(ms: number, clock: Clock, lookUp: () => Promise<T>): () => Promise<T> {
  let known: { since: number; answer: Promise<T> } | undefined;
  return () => {
    const now = clock.now();
    if (known && now - known.since < ms) return known.answer;
    const current = { since: now, answer: lookUp() };
    known = current;
    current.answer.catch(() => {
      if (known === current) known = undefined;
    });
    return current.answer;
  };
}
