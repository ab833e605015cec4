import { closest, distance } from 'fastest-levenshtein';
import type { Command, Registry } from './command.ts';

export function createRegistry(commands: readonly Command[]): Registry {
  const byVerb = new Map(commands.map((command) => [command.verb, command]));
  const verbs = [...byVerb.keys()];
  return {
    commands,
    find: (verb) => byVerb.get(verb.toLowerCase()),
    nearest: (word) => {
      const lowered = word.toLowerCase();
      // Swapped letters are the commonest slip, and count as two changes by distance.
      const swapped = verbs.find((verb) => haveSameLetters(lowered, verb));
      if (swapped !== undefined) return swapped;
      const verb = closest(lowered, verbs);
      // Further away it is another word, not a mistyped one.
      const isNear = distance(lowered, verb) <= Math.max(1, Math.floor(verb.length / 3));
      return isNear ? verb : undefined;
    },
  };
}

function haveSameLetters(word: string, verb: string): boolean {
  return sortLetters(word) === sortLetters(verb);
}

function sortLetters(word: string): string {
  return Array.from(word).sort().join('');
}
