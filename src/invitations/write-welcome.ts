import { UserError } from '../errors.ts';
import type { Locale } from '../ports/provisioning.ts';
import type { WelcomePart, WelcomeText } from '../ports/welcome-store.ts';
import { welcomeTexts } from '../texts/commands/welcome.ts';
import type { Dependencies } from './dependencies.ts';
import { findChannels } from './find-channels.ts';
import { readTemplate } from './welcome-template.ts';

export const maxDays = 60;
export const usualDays = 3;

export interface WrittenWelcome {
  part: WelcomePart;
  locale: Locale;
  text: string;
  /** Without: as it was, or else the usual number. */
  afterDays: number | undefined;
  writerId: string;
}

/**
 * Keeps a text of the team's own, from the next welcome on.
 * @throws UserError for a text that can't be used, for days out of range, and for a channel that is not there.
 */
export async function writeWelcome(
  deps: Pick<Dependencies, 'store' | 'chat' | 'clock' | 'settings'>,
  { part, locale, text, afterDays, writerId }: WrittenWelcome,
): Promise<void> {
  const { store, clock, settings } = deps;
  const template = readTemplate(part, text);
  const days = part === 'second' ? readDays(afterDays ?? (await daysOf(deps, locale)) ?? usualDays) : undefined;
  await requireChannel(deps, part, writerId);
  await store.welcomes.save({
    teamId: settings.team.id,
    part,
    locale,
    text: template,
    afterDays: days,
    changedAt: clock.now(),
    changedBy: writerId,
  });
}

/** What the team has written for exactly this part and language. */
export async function ownWelcome(
  { store, settings }: Pick<Dependencies, 'store' | 'settings'>,
  part: WelcomePart,
  locale: Locale,
): Promise<WelcomeText | undefined> {
  const texts = await store.welcomes.all(settings.team.id);
  return texts.find((text) => text.part === part && text.locale === locale);
}

/** @throws UserError when a part is for a channel that this person can't send newcomers to. */
export async function requireChannel(
  deps: Pick<Dependencies, 'chat' | 'settings'>,
  part: WelcomePart,
  userId: string,
): Promise<void> {
  if (part.startsWith('channel:')) await findChannels(deps, userId, [part.slice('channel:'.length)]);
}

/** @throws UserError */
export function readDays(days: number): number {
  if (Number.isInteger(days) && days >= 1 && days <= maxDays) return days;
  throw new UserError((locale) => welcomeTexts[locale].daysNeeded(maxDays));
}

async function daysOf(deps: Pick<Dependencies, 'store' | 'settings'>, locale: Locale): Promise<number | undefined> {
  return (await ownWelcome(deps, 'second', locale))?.afterDays;
}
