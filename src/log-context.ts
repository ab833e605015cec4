import { AsyncLocalStorage } from 'node:async_hooks';
import type { Within } from './ports/within.ts';

export interface LogContext {
  within: Within;
  /** Those of the work at hand; a new object each time, which the log may add to. */
  ids: () => object;
}

/** Keeps the ids of the work at hand for the log, across everything that the work waits for. */
export function createLogContext(): LogContext {
  const storage = new AsyncLocalStorage<object>();
  return {
    within: (ids, work) => storage.run({ ...storage.getStore(), ...ids }, work),
    ids: () => ({ ...storage.getStore() }),
  };
}
