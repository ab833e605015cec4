import { plain } from './plain.ts';

/**
 * A text by somebody whom nobody checks, such as a language model, made safe to post: paragraphs stay, everything else
 * shows as it is written, and only the given channels become links.
 * @param channels `~name` each.
 */
export function prose(text: string, channels: readonly string[]): string {
  const lines = text
    .trim()
    .split(/\r?\n/)
    .map((line) => plain(line, text.length));
  const safe = lines.join('\n').replace(/\n{3,}/g, '\n\n');
  const links = new Map(channels.map((channel) => [plain(channel), channel]));
  return safe.replace(channelWord, (asItIs, word: string) => links.get(word) ?? asItIs);
}

/**
 * The name of a channel as `plain` leaves it, where it stands alone: within another word it is a part of something else.
 * What `plain` puts behind a colon goes away with it: to a Markdown reader that is a letter, and a `~` between two
 * letters can end what another one began to strike out.
 */
const channelWord = /(?<![\p{L}\p{N}\p{M}])\u200b?(\\~(?:\\?[\p{L}\p{N}\p{M}_-])+)/gu;
