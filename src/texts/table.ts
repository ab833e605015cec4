/**
 * A row of a table. A pipe would end its cell, in some clients even behind a backslash or in code, and what comes after
 * it would no longer be code: a broken bar looks alike.
 * @param cells safe to post.
 */
export function tableRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replace(/\s*\n\s*/g, ' ').replace(/\\?\|/g, '¦')).join(' | ')} |`;
}
