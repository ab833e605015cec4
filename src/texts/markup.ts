import { piledMarks } from './plain.ts';

const zeroWidthSpace = '\u200b';

const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** Hidden characters but for line ends, tabs, and what emoji and some scripts are joined with. */
const hidden = /(?!\n|\t|\u200c|\u200d|\ufe0e|\ufe0f)[\p{C}\p{Default_Ignorable_Code_Point}\u2800]/gu;
const writtenAt = /&(?:#0*64|#x0*40|commat);?/gi;
const address = /\bhttps?:\/\/\S+/gi;
/** Every `@` but the one of an e-mail address. */
const mention = /(?<![a-z0-9])@|@(?!(?:[a-z0-9-]+\.)+[a-z]{2,})/gi;

/** A text with Markdown as it is kept: what is written can be seen, and reads as it is written. */
export function withoutHidden(text: string): string {
  return text.replace(lineEnds, '\n').replace(hidden, '').replace(piledMarks, '$1');
}

/**
 * A text with Markdown, by an administrator, as it is sent: it may have headings and links, and mentions nobody.
 * Mattermost: a mention counts behind a backslash, as an entity and in link text too (mattermost-observed, "Posts").
 */
export function withoutMentions(text: string): string {
  return text
    .replace(writtenAt, '@')
    .replace(address, (url) => url.replaceAll('@', '%40'))
    .replace(mention, `@${zeroWidthSpace}`);
}
