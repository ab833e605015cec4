import type { Locale } from '../ports/provisioning.ts';

/** "A, B and C" as the language writes it. */
export function joinList(items: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(locale.replace('_', '-'), { type: 'conjunction' }).format(items);
}
