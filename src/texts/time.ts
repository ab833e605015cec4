import { LRUCache } from 'lru-cache';
import type { Locale } from '../ports/provisioning.ts';

const minuteMs = 60_000;

/** Making a format takes longer than most commands; the readers of a team share few. */
const formats = new LRUCache<string, (at: number) => string>({ max: 500 });
/** Of each format; what people look at is looked at again. */
const keptMinutes = 500;

/** Formats times for one reader, such as `23 Nov 2026, 14:05 CET`: as their language does, in their own time zone. */
export function timeFormatter(timeZone: string | undefined, locale: Locale): (at: number) => string {
  const key = `${locale} ${timeZone ?? ''}`;
  const format = formats.get(key) ?? byMinute(makeFormat(timeZone, locale));
  formats.set(key, format);
  return format;
}

/** Nothing smaller is shown, and formatting takes longer than all else of a row. */
function byMinute(format: Intl.DateTimeFormat): (at: number) => string {
  const known = new LRUCache<number, string>({ max: keptMinutes });
  return (at) => {
    const minute = Math.floor(at / minuteMs);
    const text = known.get(minute) ?? format.format(at);
    known.set(minute, text);
    return text;
  };
}

function makeFormat(timeZone: string | undefined, locale: Locale): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale.replace('_', '-'), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: knownTimeZone(timeZone),
    timeZoneName: 'short',
  });
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
