import { systemClock } from '../ports/clock.ts';

export interface WatchedFetch {
  fetch: typeof fetch;
  /** How far the server's clock was ahead of ours at its last answer, in milliseconds; `undefined` without `Date`. */
  skewMs: () => number | undefined;
}

/** HTTP dates count whole seconds: on average the server's clock was half of one further. */
const halfSecond = 500;

/** @param end breaks off whatever is under way when the whole run has taken too long, or is over. */
export function watchFetch(end: AbortSignal): WatchedFetch {
  let skew: number | undefined;
  return {
    skewMs: () => skew,
    fetch: async (input, init) => {
      const sent = systemClock.now();
      const signal = init?.signal ? AbortSignal.any([init.signal, end]) : end;
      const response = await fetch(input, { ...init, signal });
      const date = Date.parse(response.headers.get('date') ?? '');
      skew = Number.isNaN(date) ? undefined : date + halfSecond - (sent + systemClock.now()) / 2;
      return response;
    },
  };
}
