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
      const verb = closest(lowered, verbs);
      // Further away it is another word, not a mistyped one.
      const isNear = distance(lowered, verb) <= Math.max(1, Math.floor(verb.length / 3));
      return isNear || haveSameLetters(lowered, verb) ? verb : undefined;
    },
  };
}

/** Swapped letters, the commonest slip, count as two changes by distance. */
function haveSameLetters(word: string, verb: string): boolean {
  return sortLetters(word) === sortLetters(verb);
}

function sortLetters(word: string): string {
  return Array.from(word).sort().join('');
}
