const controlsAndInvisibles = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]/gu;
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
  const oneLine = text
    .replace(/[\s\u2028\u2029]+/gu, ' ')
    .replace(controlsAndInvisibles, '')
    .trim();
  return shorten(oneLine, maxLength)
    .replace(markdown, '\\$&')
    .replace(/[@:]/g, `$&${zeroWidthSpace}`)
    .replace(/\bwww(?=\.)/gi, `$&${zeroWidthSpace}`)
    .replace(/^(\d+)\./, `$1\\.`);
}

/** Counts characters as people see them, so that none is cut in half. */
function shorten(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const graphemes = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
  return graphemes.length <= maxLength ? text : `${graphemes.slice(0, maxLength - 1).join('')}…`;
}

/** An e-mail address as it is, readable and without becoming a mention or a link. */
export function code(text: string): string {
  const oneLine = text
    .replace(/[\s`\u2028\u2029]+/gu, ' ')
    .replace(controlsAndInvisibles, '')
    .trim();
  return `\`${oneLine}\``;
}
