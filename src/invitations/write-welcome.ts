import { UserError } from '../errors.ts';
import type { Locale } from '../ports/provisioning.ts';
import type { WelcomePart, WelcomeText } from '../ports/welcome-store.ts';
import { welcomeTexts } from '../texts/commands/welcome.ts';
import { channelOf } from './compose-welcome.ts';
import type { Dependencies } from './dependencies.ts';
import { findChannels } from './find-channels.ts';
import { readTemplate } from './welcome-template.ts';

const maxDays = 60;
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
  const teamId = settings.team.id;
  await store.transaction(async ({ welcomes, audit }) => {
    const at = clock.now();
    const text = { teamId, part, locale, text: template, afterDays: days };
    await welcomes.save({ ...text, changedAt: at, changedBy: writerId });
    await audit.add({ teamId, at, actor: writerId, verb: 'welcome_set', detail: nameOfPart(part, locale) });
  });
}

/**
 * From the next welcome on the built-in text is used again, or none where there is none.
 * @returns false when the team had none of its own.
 */
export async function resetWelcome(
  { store, clock, settings }: Pick<Dependencies, 'store' | 'clock' | 'settings'>,
  part: WelcomePart,
  locale: Locale,
  byId: string,
): Promise<boolean> {
  const teamId = settings.team.id;
  return store.transaction(async ({ welcomes, audit }) => {
    if (!(await welcomes.remove(teamId, part, locale))) return false;
    const detail = nameOfPart(part, locale);
    await audit.add({ teamId, at: clock.now(), actor: byId, verb: 'welcome_reset', detail });
    return true;
  });
}

/** Which message, as it is typed. */
export function nameOfPart(part: WelcomePart, locale: Locale): string {
  const which = part === 'first' ? undefined : (channelOf(part) ?? part);
  return [which, locale.slice(0, 2)].filter(Boolean).join(' ');
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
