import { stringify } from 'csv-stringify/sync';
import type { Locale } from '../ports/provisioning.ts';
import { visible } from './plain.ts';

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
    cast: { string: (cell) => withoutInnerFormulas(visible(cell)) },
  });
  return Buffer.from(text);
}

/** A spreadsheet that splits where another language would takes the middle of a cell for the beginning of one. */
function withoutInnerFormulas(cell: string): string {
  return cell.replace(/([;,]\s*)(?=[=+@\-＝＋－＠])/g, "$1'");
}
