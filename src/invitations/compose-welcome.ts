import { isRemoteError } from '../errors.ts';
import type { WelcomeExample } from '../ports/delivery-store.ts';
import type { Locale } from '../ports/provisioning.ts';
import type { WelcomePart, WelcomeText } from '../ports/welcome-store.ts';
import { guestTexts } from '../texts/guests.ts';
import { joinList } from '../texts/join-list.ts';
import { channelLink, plain } from '../texts/plain.ts';
import { prose } from '../texts/prose.ts';
import { textsFor } from '../texts/texts-for.ts';
import type { WelcomeFacts } from '../texts/texts.ts';
import type { Dependencies } from './dependencies.ts';
import { fillTemplate } from './welcome-template.ts';

type Needed = Pick<Dependencies, 'store' | 'settings' | 'writer'>;

/** What a writer makes of a welcome is used between these lengths; anything else is not what was asked for. */
const leastWritten = 40;
const mostWritten = 3_000;

/** A message to a newcomer in words; undefined when the team has written nothing for this part. */
export async function composeWelcome(
  deps: Needed,
  part: WelcomePart,
  facts: WelcomeExample,
): Promise<string | undefined> {
  const message = await fillWelcome(deps, part, facts);
  if (part !== 'first' || message === undefined || !deps.writer) return message;
  // A writer reads names as they are; what it makes of them is made safe afterwards.
  const unsafe = (await fillWelcome(deps, part, facts, (text) => text)) ?? '';
  return (await write(deps, facts, unsafe)) ?? message;
}

/** What a guest reads: nothing of the kSuite they are not in, and therefore never the team's own text for those who are. */
export function composeGuestWelcome({ settings }: Pick<Needed, 'settings'>, facts: WelcomeExample): string {
  return guestTexts[facts.locale].welcome(safeFacts(settings, facts, plain));
}

/** The same without the writer, whatever the settings. */
export async function fillWelcome(
  { store, settings }: Pick<Needed, 'store' | 'settings'>,
  part: WelcomePart,
  facts: WelcomeExample,
  escape: Escape = plain,
): Promise<string | undefined> {
  const own = pickText(await store.welcomes.all(settings.team.id), part, facts.locale, settings.defaultLocale);
  const safe = safeFacts(settings, facts, escape);
  if (!own) return part === 'first' ? textsFor(facts.locale).welcome(safe) : undefined;
  return fillTemplate(own.text, {
    first_name: safe.firstName,
    team: safe.teamName,
    inviter: safe.inviterName,
    channels: safe.channels.length > 0 ? joinList(safe.channels, facts.locale) : '',
    channel: channelOf(part) ?? '',
  });
}

type Escape = (text: string, maxLength: number) => string;

function safeFacts(
  { team }: Pick<Needed['settings'], 'team'>,
  { firstName, inviterName, channels }: WelcomeExample,
  escape: Escape,
): WelcomeFacts {
  return {
    firstName: escape(firstName, 60),
    teamName: escape(team.displayName, 60),
    inviterName: escape(inviterName, 60),
    channels,
  };
}

/** The built-in welcome with placeholders where the facts go: what people start from who write their own. */
export function builtInTemplate(locale: Locale): string {
  return textsFor(locale).welcome({
    firstName: '{first_name}',
    teamName: '{team}',
    inviterName: '{inviter}',
    channels: ['{channels}'],
  });
}

/** The team's own text. Where there is nothing built in, one in the team's language is better than none. */
export function pickText(
  texts: readonly WelcomeText[],
  part: WelcomePart,
  locale: Locale,
  defaultLocale: Locale,
): WelcomeText | undefined {
  const inLocale = (wanted: Locale) => texts.find((text) => text.part === part && text.locale === wanted);
  return inLocale(locale) ?? (part === 'first' ? undefined : inLocale(defaultLocale));
}

/** The channel that a part is for, safe to post. */
export function channelOf(part: WelcomePart): string | undefined {
  return part.startsWith('channel:') ? channelLink(part.slice('channel:'.length)) : undefined;
}

/** @returns undefined when it can't be used, whatever is wrong with it: the template is good enough. */
async function write(
  { writer, settings }: Needed,
  facts: WelcomeExample,
  message: string,
): Promise<string | undefined> {
  try {
    const { locale, firstName, inviterName: inviter, channels } = facts;
    const team = settings.team.displayName;
    const written = prose(
      (await writer?.welcome({ locale, firstName, team, inviter, channels, message })) ?? '',
      channels,
    );
    return written.length >= leastWritten && written.length <= mostWritten ? written : undefined;
  } catch (error) {
    if (!isRemoteError(error)) throw error;
    return undefined;
  }
}
