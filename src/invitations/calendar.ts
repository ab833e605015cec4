import { dayMs } from '../ports/clock.ts';

/** A span of whole days in one time zone, such as `2026-11-16` to `2026-11-22`. */
export interface Period {
  first: string;
  last: string;
}

/** Tells the day of a time, as `2026-11-23`, in a time zone. */
export function dayTeller(timeZone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return (at) => format.format(at);
}

/**
 * The last days in spans of one length, oldest first; the oldest may be shorter.
 * @param lastDay as `2026-11-23`.
 */
export function lastPeriods(lastDay: string, days: number, daysEach: number): Period[] {
  const end = Date.parse(lastDay);
  const dayBack = (count: number) => new Date(end - count * dayMs).toISOString().slice(0, 10);
  const periods: Period[] = [];
  for (let back = 0; back < days; back += daysEach) {
    periods.unshift({ first: dayBack(Math.min(back + daysEach, days) - 1), last: dayBack(back) });
  }
  return periods;
}
