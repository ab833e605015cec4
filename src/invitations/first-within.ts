import { setTimeout as wait } from 'node:timers/promises';
import { RemoteSilence } from '../errors.ts';

/** A look-up must leave room for the reply, which has to be there within 3 s. Milliseconds. */
export const lookupMs = 2_000;

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
