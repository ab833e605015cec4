/** Controls, format characters such as bidi overrides, unassigned ones, halves of a surrogate pair. */
const invisibles = /\p{C}/gu;
const markdown = /[\\`*_{}[\]()<>#+!|~^$&=-]/g;
const zeroWidthSpace = '\u200b';

/**
 * Text from people or from another system, made safe to stand inside a message: it shows as it is written, on one
 * line, and can start neither formatting nor a link, a mention, a hashtag or an emoji.
 *
 * Mattermost: a backslash does not stop `\@channel` from notifying, a zero-width character after the `@` does
 * (mattermost-observed, "Posts").
 */
export function plain(text: string, maxLength = 256): string {
  const oneLine = text.replace(/\s+/gu, ' ').replace(invisibles, '').trim();
  return shorten(oneLine, maxLength)
    .replace(markdown, '\\$&')
    .replace(/[@:]/g, `$&${zeroWidthSpace}`)
    .replace(/www\d*(?=\.)/gi, `$&${zeroWidthSpace}`)
    .replace(/^(\d+)\./, `$1\\.`);
}

/** Counts characters as people see them, so that none is cut in half. */
function shorten(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const graphemes = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
  return graphemes.length <= maxLength ? text : `${graphemes.slice(0, maxLength - 1).join('')}…`;
}

/** Words as somebody types them, such as an e-mail address: readable and without becoming a mention or a link. */
export function code(text: string, maxLength = 512): string {
  const oneLine = text
    .replace(/[\s`]+/gu, ' ')
    .replace(invisibles, '')
    .trim();
  // Two backticks with nothing between them would open a span instead of being one.
  return `\`${shorten(oneLine, maxLength) || ' '}\``;
}

/** A sentence of ours for where Markdown shows as it is written, such as at a form's fields: without its signs. */
export function withoutMarkdown(text: string): string {
  return text.replace(/\\([\\`*_{}[\]()<>#+!|~^$&=.-])|\*\*|`/g, (_sign, escaped = '') => String(escaped));
}
