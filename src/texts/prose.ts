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
  return channels.reduce((shown, channel) => shown.replaceAll(plain(channel), channel), safe);
}
