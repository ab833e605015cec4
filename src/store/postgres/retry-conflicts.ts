import { setTimeout as wait } from 'node:timers/promises';

/** unique_violation where another process was a moment earlier, deadlock_detected. */
const conflicts = new Set(['23505', '40P01']);

const mostAttempts = 5;
const pauseMs = 20;

/**
 * Runs a statement again that another process got in the way of. Nothing of a failed attempt is left.
 * @throws what it throws, also when it is in the way that often.
 */
export async function retryConflicts<T>(statement: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await statement();
    } catch (error) {
      if (attempt === mostAttempts || !isConflict(error)) throw error;
      // By chance, so that the two do not meet again.
      await wait(Math.random() * pauseMs);
    }
  }
}

function isConflict(error: unknown): boolean {
  return error instanceof Error && 'code' in error && conflicts.has(String(error.code));
}
