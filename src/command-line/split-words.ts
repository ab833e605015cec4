/**
 * Splits what was typed into words; quoted words stay together. Single quotes count only around whole words, so that
 * O'Neil stays one. Phones write curly quotes and turn `--` into a dash; both are read as what was meant.
 */
export function splitWords(text: string): string[] {
  const straight = text
    .normalize('NFC')
    .replace(/[“”„«»‟]/g, '"')
    .replace(/(?<=^|\s)[—–](?=\p{L})/gu, '--');
  const words = straight.matchAll(/"([^"]*)"|(?<=^|\s)['‘‚]([^'’‘]*)['’](?=\s|$)|[^\s"]+(?:"[^"]*"[^\s"]*)*|"/gu);
  return [...words]
    .map(([whole, double, single]) => (double ?? single ?? whole.replaceAll('"', '')).trim())
    .filter((word) => word !== '');
}
