import type { Locale } from '../ports/provisioning.ts';

/** Formats days such as `2026-11-23` as the language does: `23 Nov 2026`, or without the year where room is short. */
export function dayFormatter(locale: Locale, year?: 'numeric'): (day: string) => string {
  const format = new Intl.DateTimeFormat(locale.replace('_', '-'), {
    day: 'numeric',
    month: 'short',
    year,
    timeZone: 'UTC',
  });
  return (day) => format.format(Date.parse(day));
}
