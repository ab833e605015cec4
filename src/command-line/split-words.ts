/**
 * Splits what was typed into words; quoted words stay together. Single quotes count only around whole words, so that
 * O'Neil stays one. Phones write curly quotes and turn `--` into a dash; both are read as what was meant. Invisible
 * characters come along with copied text and mean nothing here.
 */
export function splitWords(text: string): string[] {
  const straight = withStraightQuotes(text).replace(/(?<=^|\s)[—–](?=\p{L})/gu, '--');
  return [...straight.matchAll(word)]
    .map(([whole, double, single]) => (double ?? single ?? whole.replaceAll('"', '')).trim())
    .filter((found) => found !== '');
}

/**
 * A name as it was typed, quotes within it included: "Field "Sales" & Co" keeps them, and those around all of it go.
 * @param text the name alone.
 */
export function readQuotedName(text: string): string {
  const straight = withStraightQuotes(text).replace(/\s+/gu, ' ').trim();
  const [name, ...others] = splitWords(straight);
  return /^["'‘‚]/u.test(straight) && others.length === 0 ? (name ?? '') : straight;
}

function withStraightQuotes(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cf}\p{Cs}]/gu, '')
    .replace(/[“”„«»‟]/g, '"');
}

const doubleQuoted = /"([^"]*)"/u;
/** An apostrophe before a letter belongs to the name: 'Jane O'Neil'. Bounded, so that no text takes long to read. */
const singleQuoted = /(?<=^|\s)['‘‚]((?:[^'’‘]|['’](?=\p{L})){0,256})['’‘](?=\s|$)/u;
/** The quotes in `--team="Customer care"` keep its spaces. */
const bare = /[^\s"]+(?:"[^"]*"[^\s"]*)*/u;
const strayQuote = /"/u;
const word = new RegExp([doubleQuoted, singleQuoted, bare, strayQuote].map(({ source }) => source).join('|'), 'gu');
