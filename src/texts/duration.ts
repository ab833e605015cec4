import type { Locale } from '../ports/provisioning.ts';

const units = [
  ['day', 24 * 60],
  ['hour', 60],
  ['minute', 1],
] as const;

/** "2 days, 3 hours" as the language writes it, in the two largest units. @param ms rounded to minutes, at least one. */
export function durationText(ms: number, locale: Locale): string {
  const language = locale.replace('_', '-');
  let minutes = Math.max(1, Math.round(ms / 60_000));
  const parts = units.map(([unit, size]) => {
    const count = Math.floor(minutes / size);
    minutes -= count * size;
    return { unit, count };
  });
  const largest = parts.findIndex(({ count }) => count > 0);
  const shown = parts.slice(largest, largest + 2).filter(({ count }) => count > 0);
  const words = shown.map(({ unit, count }) =>
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count),
  );
  return new Intl.ListFormat(language, { type: 'unit' }).format(words);
}
