/**
 * What started programs and loggers have written, and what must not be in it. Everything that a test run writes comes
 * by here; `expect-no-leaks.ts` looks through it after each test file.
 */

/** A log is read by many; what the doctor or `register` prints is read by the operator, who may see names. */
export type Reader = 'anybody' | 'operator';

interface Heard {
  source: string;
  reader: Reader;
  text: string;
}

let heard: Heard[] = [];
let secrets = new Set<string>();
let names = new Set<string>();

export function overhear(source: string, text: string, reader: Reader = 'anybody'): void {
  if (text !== '') heard.push({ source, reader, text });
}

/** Tokens, keys, links: whatever must be in no line at all. Too short a value would be found by chance. */
export function keepSecret(...values: (string | undefined)[]): void {
  for (const value of values) if (value !== undefined && value.length >= 6) secrets.add(value);
}

/** Names of people, as whole words. */
export function keepNames(...values: string[]): void {
  for (const value of values) if (value.length >= 3) names.add(value);
}

const address = /[\w.+-]+@[\w-]+\.[a-z]{2,}/i;

/** One sentence for each leak; forgets everything, so that the next file begins anew. */
export function leaks(): string[] {
  const found = heard.flatMap(({ source, reader, text }) => {
    const why = [
      [...secrets].some((secret) => text.includes(secret)) && 'a secret',
      address.test(text) && 'an address',
      reader === 'anybody' && [...names].some((name) => hasWord(text, name)) && 'a name',
    ].filter(Boolean);
    return why.length === 0 ? [] : [`${source} wrote ${why.join(' and ')}: ${lineWith(text)}`];
  });
  heard = [];
  secrets = new Set();
  names = new Set();
  return found;
}

function lineWith(text: string): string {
  const values = [...secrets, ...names];
  const line = text.split('\n').find((one) => address.test(one) || values.some((value) => one.includes(value)));
  return (line ?? text).slice(0, 300);
}

function hasWord(text: string, word: string): boolean {
  const at = text.indexOf(word);
  if (at < 0) return false;
  const letter = /[\p{L}\p{N}]/u;
  const isWhole = !letter.test(text[at - 1] ?? '') && !letter.test(text[at + word.length] ?? '');
  return isWhole || hasWord(text.slice(at + 1), word);
}
