import { visible } from '../texts/plain.ts';

/** On one line, without what can't be seen. */
export function cleanName(word: string): string {
  return visible(word.replace(/\p{Cc}/gu, ' ')).replace(/^[\s,;]+|[\s,;]+$/gu, '');
}
