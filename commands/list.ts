import { z } from 'zod';
import { defineCommand } from '../src/command-line/command.ts';
import { reply } from '../src/command-line/reply.ts';
import { UserError } from '../src/errors.ts';
import { explainFailure } from '../src/invitations/describe.ts';
import { invitationStates, type Invitation, type InvitationState } from '../src/ports/invitation-store.ts';
import { listTexts } from '../src/texts/commands/list.ts';
import { code, plain } from '../src/texts/plain.ts';
import { timeFormatter } from '../src/texts/time.ts';

const rowsPerPage = 20;

const words = z.array(z.string()).transform((parts) => {
  let state: InvitationState | undefined;
  let page = 1;
  for (const part of parts) {
    const asState = invitationStates.find((name) => name === part.toLowerCase());
    if (asState) state = asState;
    else if (/^[1-9]\d{0,5}$/.test(part)) page = Number(part);
    else
      throw new UserError(
        `${code(part)} is neither a page nor a state. The states are ${invitationStates.join(', ')}.`,
      );
  }
  return { state, page };
});

export const list = defineCommand({
  verb: 'list',
  permission: 'administrator',
  texts: listTexts,
  usage: 'list [state] [page]',
  examples: ['list', 'list pending', 'list expired 2'],
  words,
  async run({ store, settings, caller, replyTo }, { state, page }) {
    const total = await store.invitations.count(settings.team.id, state);
    if (total === 0)
      return reply(
        state
          ? `No invitation is ${state}.`
          : `Nobody was invited here yet. Start with \`/${replyTo.trigger} jane@acme.ch Jane Doe\`.`,
      );
    const pages = Math.ceil(total / rowsPerPage);
    if (page > pages) throw new UserError(`There ${pages === 1 ? 'is only one page' : `are only ${pages} pages`}.`);

    const rows = await store.invitations.page(settings.team.id, {
      state,
      limit: rowsPerPage,
      offset: (page - 1) * rowsPerPage,
    });
    const time = timeFormatter(caller.user.timeZone);
    const more =
      page < pages ? ` More: \`/${replyTo.trigger} ${['list', state, page + 1].filter(Boolean).join(' ')}\`` : '';
    return reply(
      `**${total} ${state ?? ''} invitation${total === 1 ? '' : 's'}**, page ${page} of ${pages}`.replace('  ', ' '),
      [
        '| Person | E-mail | State | Since | Until | Invited by |',
        '| --- | --- | --- | --- | --- | --- |',
        ...rows.map((invitation) => tableRow(invitation, time)),
      ].join('\n'),
      `One person in detail: ${code(`/${replyTo.trigger} status ${rows[0]?.email ?? ''}`)}.${more}`,
    );
  },
});

function tableRow(invitation: Invitation, time: (at: number) => string): string {
  const cells = [
    plain(`${invitation.firstName} ${invitation.lastName}`, 60),
    code(invitation.email),
    invitation.state === 'failed' ? `failed: ${explainFailure(invitation)}` : invitation.state,
    time(invitation.requestedAt),
    invitation.state === 'pending' && invitation.expiresAt !== undefined ? time(invitation.expiresAt) : '',
    plain(invitation.inviterName, 60),
  ];
  return `| ${cells.join(' | ')} |`;
}
