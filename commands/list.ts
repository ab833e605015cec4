import { z } from 'zod';
import { defineCommand } from '../src/command-line/command.ts';
import { reply } from '../src/command-line/reply.ts';
import { UserError } from '../src/errors.ts';
import type { Caller } from '../src/invitations/caller.ts';
import { describeInviter, explainFailure } from '../src/invitations/describe.ts';
import { guestsInvitedElsewhere } from '../src/invitations/guests-elsewhere.ts';
import type { PendingGuest } from '../src/ports/guests.ts';
import { invitationStates, type Invitation, type InvitationState } from '../src/ports/invitation-store.ts';
import type { Locale } from '../src/ports/provisioning.ts';
import { listTexts } from '../src/texts/commands/list.ts';
import { guestTexts } from '../src/texts/guests.ts';
import { invitationTexts } from '../src/texts/invitations.ts';
import { linesThatFit, maxMessageLength } from '../src/texts/message-length.ts';
import { code, plain } from '../src/texts/plain.ts';
import { tableRow } from '../src/texts/table.ts';
import { timeFormatter } from '../src/texts/time.ts';
import { withColon } from '../src/texts/with-colon.ts';

const rowsPerPage = 20;
/** Counting a million would take longer than all the rest of the answer. */
const mostCounted = 10_000;
/** Of the guests whom others have invited. */
const mostElsewhere = 5;
/** The most that is tried first. */
const details: readonly Detail[] = [
  { name: 60, email: 512, hasReason: true },
  { name: 40, email: 512, hasReason: false },
  { name: 12, email: 64, hasReason: false },
];
/** What stands around the rows has room in the rest. */
const rowsRoom = maxMessageLength - 700;
/** As they are typed, whatever the language. */
const stateWords = invitationStates.join(', ');

const words = z.array(z.string()).transform((parts) => {
  let state: InvitationState | undefined;
  let page: number | undefined;
  for (const part of parts) {
    const asState = invitationStates.find((name) => name === part.toLowerCase());
    const isPage = /^[1-9]\d{0,5}$/.test(part);
    if (!asState && !isPage) throw new UserError((locale) => listTexts[locale].neither(code(part), stateWords));
    if ((asState ? state : page) !== undefined) throw new UserError((locale) => listTexts[locale].tooMany);
    if (asState) state = asState;
    else page = Number(part);
  }
  return { state, page: page ?? 1 };
});

export const list = defineCommand({
  verb: 'list',
  permission: 'administrator',
  texts: listTexts,
  usage: 'list [state] [page]',
  examples: ['list', 'list pending', 'list expired 2'],
  words,
  async run(context, { state, page }) {
    const { store, settings, caller, locale, replyTo } = context;
    const { trigger, channelId } = replyTo;
    const texts = listTexts[locale];
    const isFirst = page === 1 && (state ?? 'pending') === 'pending';
    const elsewhere = isFirst && describeElsewhere(await guestsInvitedElsewhere(context, channelId), caller, locale);
    const stateName = state && invitationTexts[locale].states[state];
    const counted = await store.invitations.count(settings.team.id, state, mostCounted + 1);
    if (counted === 0) {
      const none = stateName ? texts.none(stateName) : texts.nobody(`\`/${trigger} jane@acme.ch Jane Doe\``);
      return reply(none, elsewhere);
    }
    const isMore = counted > mostCounted;
    const pages = isMore ? undefined : Math.ceil(counted / rowsPerPage);
    const offset = (page - 1) * rowsPerPage;
    const rows = await store.invitations.page(settings.team.id, { state, limit: rowsPerPage, offset });
    if (rows.length === 0) {
      const total = await store.invitations.count(settings.team.id, state);
      throw new UserError(texts.tooFar(Math.ceil(total / rowsPerPage)));
    }
    const time = timeFormatter(caller.user.timeZone, locale);
    const next = `\`/${trigger} ${['list', state, page + 1].filter(Boolean).join(' ')}\``;
    const { lines, leftOut } = linesOf(rows, time, locale);
    return reply(
      `**${isMore ? texts.moreThan(mostCounted, stateName) : texts.title(counted, stateName)}**, ${texts.page(page, pages)}`,
      [`| ${texts.columns.join(' | ')} |`, '| --- | --- | --- | --- | --- | --- |', ...lines].join('\n'),
      leftOut > 0 && texts.leftOut(leftOut),
      [
        texts.inDetail(code(`/${trigger} status ${rows.find(({ email }) => email !== '')?.email ?? 'jane@acme.ch'}`)),
        (pages === undefined || page < pages) && texts.more(next),
      ]
        .filter(Boolean)
        .join(' '),
      elsewhere,
    );
  },
});

/** Whom kChat itself waits for in the channel where the list was asked for. */
function describeElsewhere(guests: readonly PendingGuest[], { user }: Caller, locale: Locale): string | false {
  if (guests.length === 0) return false;
  const texts = guestTexts[locale];
  const time = timeFormatter(user.timeZone, locale);
  const lines = guests
    .slice(0, mostElsewhere)
    .map(({ email, expiresAt }) => (expiresAt === undefined ? code(email) : texts.until(code(email), time(expiresAt))));
  return texts.elsewhere([...lines, guests.length > mostElsewhere && '…'].filter(Boolean).join(', '));
}

/** In as much detail as a message holds: twenty people with long names and long reasons are more than that. */
function linesOf(rows: readonly Invitation[], time: (at: number) => string, locale: Locale) {
  const [full, ...shorter] = details.map((detail) => rows.map((row) => invitationRow(row, time, locale, detail)));
  const lines = [full ?? [], ...shorter].find((some) => linesThatFit(some, rowsRoom).length === rows.length);
  const shown = lines ?? linesThatFit(shorter.at(-1) ?? [], rowsRoom);
  return { lines: shown, leftOut: rows.length - shown.length };
}

interface Detail {
  /** Characters of a name. */
  name: number;
  /** Characters of an address. */
  email: number;
  hasReason: boolean;
}

function invitationRow(
  invitation: Invitation,
  time: (at: number) => string,
  locale: Locale,
  { name, email, hasReason }: Detail,
): string {
  const mark = invitation.kind === 'guest' ? ` (${guestTexts[locale].mark})` : '';
  const state = `${invitationTexts[locale].states[invitation.state]}${mark}`;
  const cells = [
    // Somebody whose data were erased still counts.
    invitation.email === '' ? '—' : plain(`${invitation.firstName} ${invitation.lastName}`, name),
    invitation.email === '' ? '—' : code(invitation.email, email),
    invitation.state === 'failed' && hasReason ? withColon(state, explainFailure(invitation, locale), locale) : state,
    time(invitation.requestedAt),
    invitation.state === 'pending' && invitation.expiresAt !== undefined ? time(invitation.expiresAt) : '',
    describeInviter(invitation, name),
  ];
  return tableRow(cells);
}
