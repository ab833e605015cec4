import type { Locale } from '../ports/provisioning.ts';

/** Formats times for one reader, such as `23 Nov 2026, 14:05 CET`: as their language does, in their own time zone. */
export function timeFormatter(timeZone: string | undefined, locale: Locale): (at: number) => string {
  const format = new Intl.DateTimeFormat(locale.replace('_', '-'), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: knownTimeZone(timeZone),
    timeZoneName: 'short',
  });
  return (at) => format.format(at);
}

/** The time zone, or UTC for what is none. */
export function knownTimeZone(timeZone: string | undefined): string {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone });
    return timeZone ?? 'UTC';
  } catch {
    return 'UTC';
  }
}
