import type { Person } from './documents.ts';

const everybody = new Set(['channel', 'all', 'here']);

/**
 * Which of these people a message notifies by name or as a crowd.
 * Mattermost, observed: `@channel` counts also behind a backslash, as an HTML entity, in bold and in link text; code
 * spans, a zero-width character after the `@` and the full-width `＠` do not (reference/mattermost-observed.md, Posts).
 */
export function mentionedAmong(message: string, people: readonly Person[]): Set<string> {
  const names = mentionedNames(message);
  const crowd = names.some((name) => everybody.has(name));
  return new Set(people.filter((person) => crowd || names.includes(person.username)).map((person) => person.id));
}

/** The lower-cased words that follow an `@`, in the order of the message. */
export function mentionedNames(message: string): string[] {
  const text = withoutCode(message).replace(/&#0*64;|&#x0*40;|&commat;/gi, '@');
  return [...text.matchAll(/(?<![a-z0-9])@([a-z0-9][a-z0-9._-]*)/gi)].flatMap(([, name = '']) => {
    const word = name.toLowerCase();
    // A sentence may end right after a name: "ask @max." means max.
    return [...new Set([word, word.replace(/[._-]+$/, '')])];
  });
}

function withoutCode(message: string): string {
  // A backtick behind a backslash is a character, not the start of code.
  return message.replace(/(?<!\\)```[\s\S]*?(```|$)/g, ' ').replace(/(?<!\\)(`+)[^`][\s\S]*?\1/g, ' ');
}
