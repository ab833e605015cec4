/**
 * Controls, format characters such as bidi overrides, unassigned ones, halves of a surrogate pair, and what is drawn as
 * nothing: zero-width characters, variation selectors, blank letters.
 */
const invisibles = /[\p{C}\p{Default_Ignorable_Code_Point}\u2800]/gu;
/** More marks than any language puts on a letter would be drawn over the lines above. */
export const piledMarks = /(\p{M}{4})\p{M}+/gu;
const markdown = /[\\`*_{}[\]()<>#+!|~^$&=-]/g;
const zeroWidthSpace = '\u200b';

/** What can be seen of a text, on one line. */
export function visible(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(invisibles, '').replace(piledMarks, '$1').replace(/ +/g, ' ').trim();
}

/**
 * Text from people or from another system, made safe to stand inside a message: it shows as it is written, on one
 * line, and can start neither formatting nor a link, a mention, a hashtag or an emoji.
 *
 * Mattermost: a backslash does not stop `\@channel` from notifying, a zero-width character after the `@` does
 * (mattermost-observed, "Posts").
 */
export function plain(text: string, maxLength = 256): string {
  return shorten(visible(text), maxLength)
    .replace(markdown, '\\$&')
    .replace(/[@:&]/g, `$&${zeroWidthSpace}`)
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
  // Two backticks with nothing between them would open a span instead of being one.
  return `\`${shorten(visible(text.replaceAll('`', ' ')), maxLength) || ' '}\``;
}

/** A link to a channel; a name that no channel of kChat's can have is shown as it is written. */
export function channelLink(name: string): string {
  return /^[a-z\d][a-z\d_-]*$/i.test(name) ? `~${name}` : code(`~${name}`);
}

export function channelLinks(channels: readonly { name: string }[]): string {
  return channels.map(({ name }) => channelLink(name)).join(', ');
}

/** A sentence of ours for where Markdown shows as it is written, such as at a form's fields: without its signs. */
export function withoutMarkdown(text: string): string {
  return text.replace(/\\([\\`*_{}[\]()<>#+!|~^$&=.-])|\*\*|`/g, (_sign, escaped = '') => String(escaped));
}
