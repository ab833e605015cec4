import type { Clock } from '../ports/clock.ts';
import type { HttpLog } from './error-handler.ts';

const quietMs = 60_000;

/**
 * The same log, in which each warning is written once a minute at most, with how many were left out since: whoever
 * sends ten thousand bad requests fills no disk. Errors, which are bugs of ours, are all written.
 */
export function calmLog(log: HttpLog, clock: Clock): HttpLog {
  const written = new Map<string, { at: number; leftOut: number }>();
  return {
    warn: (details, message) => {
      const last = written.get(message);
      if (last && clock.now() - last.at < quietMs) {
        last.leftOut += 1;
        return;
      }
      written.set(message, { at: clock.now(), leftOut: 0 });
      log.warn({ ...details, ...(last && last.leftOut > 0 && { leftOut: last.leftOut }) }, message);
    },
    error: (details, message) => {
      log.error(details, message);
    },
  };
}
