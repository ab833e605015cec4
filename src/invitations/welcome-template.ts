import { UserError } from '../errors.ts';
import type { WelcomePart } from '../ports/welcome-store.ts';
import { welcomeTexts } from '../texts/commands/welcome.ts';
import { withoutHidden, withoutMentions } from '../texts/markup.ts';
import { maxMessageLength } from '../texts/message-length.ts';
import { code } from '../texts/plain.ts';

/** Leaves room for what is filled in below the length of a kChat message. */
export const maxTemplateLength = 2_500;

const always = ['first_name', 'team', 'inviter', 'channels'] as const;
export type Placeholder = (typeof always)[number] | 'channel';

const placeholder = /\{([\p{L}\p{N}_]+)\}/gu;

/** The placeholders that a message may have. */
export function placeholdersOf(part: WelcomePart): readonly Placeholder[] {
  return part.startsWith('channel:') ? [...always, 'channel'] : always;
}

/**
 * A template as it is kept.
 * @throws UserError for one that is empty, too long, or has a placeholder that there is not.
 */
export function readTemplate(part: WelcomePart, written: string): string {
  const text = withoutHidden(written).trim();
  if (text === '') throw new UserError((locale) => welcomeTexts[locale].empty);
  if (text.length > maxTemplateLength) {
    throw new UserError((locale) => welcomeTexts[locale].tooLong(text.length, maxTemplateLength));
  }
  const known = placeholdersOf(part);
  const unknown = [...text.matchAll(placeholder)].find(([, name]) => !known.some((one) => one === name));
  if (unknown) {
    const all = known.map((name) => code(`{${name}}`)).join(' ');
    throw new UserError((locale) => welcomeTexts[locale].unknownPlaceholder(code(unknown[0]), all));
  }
  return text;
}

/**
 * The message that a template makes. A line whose placeholder has nothing to say, such as the inviter of somebody whom
 * nobody invited, is left out. What is filled in is not looked at for placeholders again.
 * @param values safe to post.
 */
export function fillTemplate(template: string, values: Readonly<Partial<Record<Placeholder, string>>>): string {
  const valueOf = (name: string) => values[name as Placeholder] ?? '';
  const filled = withoutMentions(template)
    .split('\n')
    .filter((line) => [...line.matchAll(placeholder)].every(([, name = '']) => valueOf(name) !== ''))
    .map((line) => line.replace(placeholder, (_, name: string) => valueOf(name)))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return filled.length <= maxMessageLength ? filled : `${filled.slice(0, maxMessageLength - 1)}…`;
}
