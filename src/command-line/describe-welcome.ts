import { nameOf } from '../invitations/caller.ts';
import { channelOf, fillWelcome } from '../invitations/compose-welcome.ts';
import { nameOfPart, ownWelcome } from '../invitations/write-welcome.ts';
import type { WelcomeExample } from '../ports/delivery-store.ts';
import type { Locale } from '../ports/provisioning.ts';
import type { WelcomePart } from '../ports/welcome-store.ts';
import { welcomeTexts } from '../texts/commands/welcome.ts';
import { channelLink, code } from '../texts/plain.ts';
import type { CallerContext } from './caller-context.ts';

/** One message as newcomers would read it, and what else the team has written. */
export async function describeWelcome(
  context: CallerContext,
  part: WelcomePart,
  locale: Locale,
  trigger: string,
): Promise<string> {
  const texts = welcomeTexts[context.locale];
  const own = await ownWelcome(context, part, locale);
  const filled = await fillWelcome(context, part, exampleFacts(context, part, locale));
  const command = (action: string) => code(welcomeCommand(trigger, action, part, locale));
  const title = `**${titleOf(context, part, locale, own?.afterDays)}**`;
  if (filled === undefined) return `${title}\n\n${texts.nothing(command('set'))}`;
  const all = await context.store.welcomes.all(context.settings.team.id);
  return [
    `${title} (${own ? texts.own : texts.builtIn}). ${texts.example}`,
    quote(filled),
    part === 'first' && context.writer ? texts.withWriter : '',
    all.length > 0
      ? `${texts.inUse}\n${all.map((text) => `- ${titleOf(context, text.part, text.locale, text.afterDays)}`).join('\n')}`
      : '',
    texts.change({ set: command('set'), test: command('test'), reset: command('reset') }),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** What is said when a text was saved: the text as newcomers will read it. */
export async function describeSaved(context: CallerContext, part: WelcomePart, locale: Locale): Promise<string> {
  const own = await ownWelcome(context, part, locale);
  const filled = (await fillWelcome(context, part, exampleFacts(context, part, locale))) ?? '';
  const title = titleOf(context, part, locale, own?.afterDays);
  return `**${title}.** ${welcomeTexts[context.locale].saved}\n\n${quote(filled)}`;
}

/** A command about one message, as it is typed. */
export function welcomeCommand(trigger: string, action: string, part: WelcomePart, locale: Locale): string {
  return `/${trigger} welcome ${action} ${nameOfPart(part, locale)}`;
}

/** A newcomer who does not exist, invited by the caller. */
export function exampleFacts({ caller, settings }: CallerContext, part: WelcomePart, locale: Locale): WelcomeExample {
  const channel = channelOf(part) ?? channelLink(settings.noticeChannels[0] ?? 'town-square');
  return { locale, firstName: 'Jane', inviterName: nameOf(caller.user), channels: [channel] };
}

/** Which message it is, in the reader's language. */
export function titleOf(
  { locale: reader }: CallerContext,
  part: WelcomePart,
  locale: Locale,
  afterDays?: number,
): string {
  const texts = welcomeTexts[reader];
  const names = new Intl.DisplayNames(reader.replace('_', '-'), { type: 'language' });
  const language = names.of(locale.slice(0, 2)) ?? locale;
  const channel = channelOf(part);
  if (channel !== undefined) return texts.ofChannel(channel, language);
  return part === 'second' ? texts.second(language, afterDays) : texts.first(language);
}

function quote(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}
