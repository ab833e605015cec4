import { stringify } from 'csv-stringify/sync';
import type { Locale } from '../ports/provisioning.ts';

/**
 * Rows as a file for spreadsheets: with a byte order mark, so that accents survive, separated as the reader's language
 * expects it, and with everything that a spreadsheet would take for a formula made harmless.
 * @param columns the names in the first line; each row has its values under them.
 */
export function csvFile<Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, string>>[],
  locale: Locale,
): Buffer {
  const text = stringify([...rows], {
    columns: [...columns],
    header: true,
    bom: true,
    // Where the comma is in the numbers, spreadsheets split at the semicolon.
    delimiter: locale === 'en_GB' ? ',' : ';',
    record_delimiter: 'windows',
    escape_formulas: true,
  });
  return Buffer.from(text);
}
