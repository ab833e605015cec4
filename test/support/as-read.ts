import { marked, type Token } from 'marked';

/**
 * How a message is read by others than the code that wrote it: a Markdown reader, a server that looks for mentions, an
 * eye. Nothing here is shared with the product.
 */

/** The words that a server takes for mentions. */
export function mentionsIn(message: string): string[] {
  const words = withoutCode(message)
    .replace(/&#0*64;?|&#x0*40;?|&commat;?/gi, '@')
    // Mattermost splits where no mention can go on, drops signs before one, and looks again at the parts of a word.
    .split(/[^\p{L}\p{N}:.\-_@]+/u)
    .flatMap((word) => [word, ...word.split(/[.\-:]/)])
    .map((word) => word.replace(/^[:.\-_]+/, ''));
  return [...new Set(words.filter((word) => /^@[a-z0-9]/i.test(word)))];
}

/** Code spans and blocks notify nobody. A backtick behind a backslash opens none. */
function withoutCode(message: string): string {
  let rest = message;
  let kept = '';
  while (rest !== '') {
    const [ticks] = /^`*/.exec(rest) ?? [''];
    if (ticks === '') {
      const [text = ''] = /^(?:\\[\s\S]|[^`\\]|\\$)/u.exec(rest) ?? [rest[0]];
      kept += text;
      rest = rest.slice(text.length);
      continue;
    }
    const end = new RegExp(`(?<!\`)${ticks}(?!\`)`).exec(rest.slice(ticks.length));
    // A span ends with its paragraph.
    const inside = end ? rest.slice(ticks.length, ticks.length + end.index) : '';
    const isSpan = end !== null && !inside.includes('\n\n');
    kept += isSpan ? ' ' : ticks;
    rest = rest.slice(isSpan ? ticks.length * 2 + inside.length : ticks.length);
  }
  return kept;
}

/** What a Markdown reader makes of a message: the kinds of its parts, each as deep as it stands, text left out. */
export function structureOf(message: string): string[] {
  const kinds: string[] = [];
  const walk = (tokens: readonly Token[], depth: number) => {
    for (const token of tokens) {
      if (!['text', 'escape', 'space', 'br'].includes(token.type)) kinds.push(`${depth}:${kindOf(token)}`);
      for (const children of childrenOf(token)) walk(children, depth + 1);
    }
  };
  walk(marked.lexer(message), 0);
  return kinds;
}

function kindOf(token: Token): string {
  if (token.type === 'table') {
    const { header, rows } = token as unknown as { header: unknown[]; rows: unknown[][] };
    return `table ${header.length}x${rows.length}`;
  }
  return token.type === 'heading' ? `heading${(token as { depth: number }).depth}` : token.type;
}

function childrenOf(token: Token): Token[][] {
  const { header = [], rows = [] } = token as { header?: { tokens: Token[] }[]; rows?: { tokens: Token[] }[][] };
  const cells = [...header, ...rows.flat()].map(({ tokens }) => tokens);
  const { items = [] } = token as { items?: { tokens: Token[] }[] };
  const { tokens } = token as { tokens?: Token[] };
  return [...(tokens ? [tokens] : []), ...cells, ...items.map(({ tokens }) => tokens)];
}

const dangerous = /:(?:link|image|html|def)$/;

/** Links, pictures and HTML that a Markdown reader finds. */
export function dangerousParts(message: string): string[] {
  return structureOf(message).filter((kind) => dangerous.test(kind));
}

/** Characters that hide, turn or pile up text. What the product itself puts behind `@`, `:`, `&` and `www` is no secret. */
export function hiddenIn(message: string): string[] {
  const withoutOurs = message.replace(/(?<=[@:&]|www\d*)\u200b/gi, '').replace(/(?<=\p{Emoji})\ufe0f/gu, '');
  return [
    ...(withoutOurs.match(/(?!\n)[\p{C}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800]/gu) ?? []),
    ...(withoutOurs.match(/\p{M}{5,}/gu) ?? []),
  ];
}

/** Without what emoji and some scripts are joined with, and tabs, all of which texts of administrators may have. */
export function withoutJoiners(message: string): string {
  return message.replace(/\u200c|\u200d|\ufe0e|\ufe0f|\t/g, '');
}
