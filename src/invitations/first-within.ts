import { setTimeout as wait } from 'node:timers/promises';
import { RemoteSilence } from '../errors.ts';
import type { Dependencies } from './dependencies.ts';

/** kChat shows a command as failed when its reply takes longer than about 3 s; the way there needs some of it. */
export const replyMs = 2_700;

/** A look-up must leave room for the reply. Milliseconds. */
export const lookupMs = 2_000;

/**
 * The result of a look-up, if it comes in time for the reply: those before it have used up some of that.
 * @throws RemoteSilence when it does not.
 */
export function firstInTime<T>({ msLeft }: Pick<Dependencies, 'msLeft'>, work: Promise<T>): Promise<T> {
  return firstWithin(Math.max(0, Math.min(lookupMs, msLeft?.() ?? lookupMs)), work);
}

/**
 * The result of a look-up in kChat, if it comes in time.
 * @param ms how long to wait, in milliseconds.
 * @throws RemoteSilence when it does not.
 */
export async function firstWithin<T>(ms: number, work: Promise<T>): Promise<T> {
  const timer = new AbortController();
  const tooLate = wait(ms, undefined, { signal: timer.signal }).then(() => {
    throw new RemoteSilence({ service: 'kChat', operation: 'a look-up', reason: 'timeout' });
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    timer.abort();
    tooLate.catch(() => undefined);
    work.catch(() => undefined);
  }
}
