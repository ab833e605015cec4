import { setTimeout as wait } from 'node:timers/promises';

const patienceMs = 45_000;
const stepMs = 25;

/**
 * Waits for a condition and returns what it found.
 * @throws Error naming what was waited for.
 */
export async function until<T>(
  what: string,
  look: () => T | undefined | false | Promise<T | undefined | false>,
  ms = patienceMs,
): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`Waited ${ms} ms in vain for ${what}`);
    await wait(stepMs);
  }
}
