import type { GatheredMessageKind } from '../ports/delivery-store.ts';
import type { Import } from '../ports/import-store.ts';
import type { Invitation, InvitationState } from '../ports/invitation-store.ts';
import type { Locale } from '../ports/provisioning.ts';
import { importNewsTexts } from '../texts/import-news.ts';
import { joinList } from '../texts/join-list.ts';
import { linesThatFit, maxMessageLength } from '../texts/message-length.ts';
import { typed } from '../texts/typed.ts';
import type { Dependencies, Settings } from './dependencies.ts';
import { describePerson } from './describe.ts';
import { mayHoldSeat } from './free-expired.ts';
import { inviteCommand } from './invite-command.ts';
import { joinedChannels } from './joined-channels.ts';

const shown = 20;
/** For what stands around the people; a line that invites again can be long. */
const frameLength = 1_500;

/** As long as it is so, there is something to tell. */
const states: Readonly<Record<GatheredMessageKind, InvitationState>> = {
  reminder: 'pending',
  arrived: 'arrived',
  expired: 'expired',
  rejected: 'rejected',
  revoked: 'revoked',
  gone: 'revoked',
};

/** Somebody who was forgotten has no address, and is told of no more. */
export function isStillNews({ state, email }: Invitation, message: GatheredMessageKind): boolean {
  return state === states[message] && email !== '';
}

/** For whom it is told. */
interface NewsReader {
  locale: Locale;
  formatTime: (at: number) => string;
}

interface Concerned {
  invitation: Invitation;
  /** `~name` each: channels that were asked for, and that they could not be added to. */
  missing: string[];
}

/**
 * What there is to say of each, those first with whom something is left to do.
 * @throws TryLater while channels are still being joined.
 */
export async function readConcerned(
  deps: Pick<Dependencies, 'store' | 'clock'>,
  message: GatheredMessageKind,
  people: readonly Invitation[],
): Promise<Concerned[]> {
  if (message !== 'arrived') return people.map((invitation) => ({ invitation, missing: [] }));
  const concerned: Concerned[] = [];
  for (const invitation of people) {
    const { missing } = await joinedChannels(deps, invitation);
    concerned.push({ invitation, missing });
  }
  return concerned.sort((one, other) => Number(other.missing.length > 0) - Number(one.missing.length > 0));
}

/** What became of people of an import: how many, the first of them by name, and what to type. */
export function describeImportNews(
  { settings }: Pick<Dependencies, 'settings'>,
  run: Import,
  message: GatheredMessageKind,
  concerned: readonly Concerned[],
  { locale, formatTime }: NewsReader,
): string {
  const texts = importNewsTexts[locale];
  const people = concerned.map(({ invitation }) => invitation);
  const listed = linesThatFit(
    concerned.slice(0, shown).map((one) => personLine(one, locale)),
    maxMessageLength - frameLength,
  );
  const count = people.length;
  const of = formatTime(run.startedAt ?? run.createdAt);
  const firstEnd = Math.min(...people.map(({ expiresAt = Infinity }) => expiresAt));
  return [
    message === 'reminder' ? texts.reminder(count, of, formatTime(firstEnd)) : texts[message](count, of),
    listed.join('\n'),
    count > listed.length && texts.andMore(count - listed.length),
    advice(settings, message, people, locale).join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function personLine({ invitation, missing }: Concerned, locale: Locale): string {
  const notAdded = missing.length > 0 && importNewsTexts[locale].notAdded(joinList(missing, locale));
  return `- ${[describePerson(invitation), notAdded].filter(Boolean).join(' · ')}`;
}

/** What can be typed about it. Nothing lists exactly these people: those in the same state come closest. */
function advice(
  settings: Settings,
  message: GatheredMessageKind,
  people: readonly Invitation[],
  locale: Locale,
): string[] {
  const texts = importNewsTexts[locale];
  const line = (words: string) => typed(words, settings.trigger);
  const [first] = people;
  const seated = people.find(mayHoldSeat);
  const canResend = message === 'reminder' || message === 'expired';
  const hasEnded = message !== 'reminder' && message !== 'arrived';
  return [
    first && canResend && texts.renew(line(`resend ${first.email}`)),
    first && hasEnded && !canResend && texts.again(inviteCommand(first, settings)),
    hasEnded && people.length > 1 && texts.allAgain(line('import')),
    seated && texts.keepsSeat(line(`revoke ${seated.email}`)),
    texts.toLook(line(`list ${states[message]}`)),
  ].filter((text) => typeof text === 'string');
}
