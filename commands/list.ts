import { z } from 'zod';
import { defineCommand } from '../src/command-line/command.ts';
import { reply } from '../src/command-line/reply.ts';
import { UserError } from '../src/errors.ts';
import { describeInviter, explainFailure } from '../src/invitations/describe.ts';
import { invitationStates, type Invitation, type InvitationState } from '../src/ports/invitation-store.ts';
import type { Locale } from '../src/ports/provisioning.ts';
import { listTexts } from '../src/texts/commands/list.ts';
import { invitationTexts } from '../src/texts/invitations.ts';
import { code, plain } from '../src/texts/plain.ts';
import { timeFormatter } from '../src/texts/time.ts';
import { withColon } from '../src/texts/with-colon.ts';

const rowsPerPage = 20;
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
  async run({ store, settings, caller, locale, replyTo: { trigger } }, { state, page }) {
    const texts = listTexts[locale];
    const stateName = state && invitationTexts[locale].states[state];
    const total = await store.invitations.count(settings.team.id, state);
    if (total === 0) {
      return reply(stateName ? texts.none(stateName) : texts.nobody(`\`/${trigger} jane@acme.ch Jane Doe\``));
    }
    const pages = Math.ceil(total / rowsPerPage);
    if (page > pages) throw new UserError(texts.tooFar(pages));

    const offset = (page - 1) * rowsPerPage;
    const rows = await store.invitations.page(settings.team.id, { state, limit: rowsPerPage, offset });
    const time = timeFormatter(caller.user.timeZone, locale);
    const next = `\`/${trigger} ${['list', state, page + 1].filter(Boolean).join(' ')}\``;
    return reply(
      `**${texts.title(total, stateName)}**, ${texts.page(page, pages)}`,
      [
        `| ${texts.columns.join(' | ')} |`,
        '| --- | --- | --- | --- | --- | --- |',
        ...rows.map((invitation) => tableRow(invitation, time, locale)),
      ].join('\n'),
      [
        texts.inDetail(code(`/${trigger} status ${rows.find(({ email }) => email !== '')?.email ?? 'jane@acme.ch'}`)),
        page < pages && texts.more(next),
      ]
        .filter(Boolean)
        .join(' '),
    );
  },
});

function tableRow(invitation: Invitation, time: (at: number) => string, locale: Locale): string {
  const state = invitationTexts[locale].states[invitation.state];
  const cells = [
    // Somebody whose data were erased still counts.
    invitation.email === '' ? '—' : plain(`${invitation.firstName} ${invitation.lastName}`, 60),
    invitation.email === '' ? '—' : code(invitation.email),
    invitation.state === 'failed' ? withColon(state, explainFailure(invitation, locale), locale) : state,
    time(invitation.requestedAt),
    invitation.state === 'pending' && invitation.expiresAt !== undefined ? time(invitation.expiresAt) : '',
    describeInviter(invitation),
  ];
  return `| ${cells.join(' | ')} |`;
}
