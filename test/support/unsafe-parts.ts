import { marked, type Token } from 'marked';

const allowed = [
  ...['paragraph', 'space', 'text', 'escape', 'strong', 'em', 'codespan', 'br'],
  ...['table', 'list', 'list_item', 'blockquote'],
];

/**
 * What in a message could do more than be read: notify, link, format as nobody meant it, or hide.
 * @param channels those that may become links.
 */
export function unsafeParts(message: string, channels: readonly string[]): string[] {
  const found: string[] = [];
  void marked.walkTokens(marked.lexer(message), ({ type, raw }: Token) => {
    // The built-in welcome begins with one, also where it is quoted.
    const isOurs = type === 'heading' && /^(> )?### /m.test(message);
    if (!allowed.includes(type) && !isOurs) found.push(raw);
  });
  const spoken = message.replace(/`[^`\n]*`/g, '');
  const links = [...spoken.matchAll(/(?<!\\)~([\p{L}\p{N}_-]+)/gu)].filter(([, name = '']) => !channels.includes(name));
  return [
    ...found,
    ...(spoken.match(/@[^\u200b\s]/gu) ?? []),
    ...(spoken.match(/(?<!\\)#\p{L}+|:[a-z+-][a-z\d_+-]*:/giu) ?? []),
    ...(message.replaceAll('\u200b', '').match(/(?!\n)\p{C}/gu) ?? []),
    ...links.map(([link]) => link),
  ];
}
