import type { Card } from '../ports/card.ts';
import type { Invitation } from '../ports/invitation-store.ts';
import { requestsTexts } from '../texts/commands/requests.ts';
import { inviteTexts } from '../texts/commands/invite.ts';
import { statusTexts } from '../texts/commands/status.ts';
import { invitationTexts } from '../texts/invitations.ts';
import type { Locale } from '../ports/provisioning.ts';
import { withColon } from '../texts/with-colon.ts';
import { channelLinks, plain } from '../texts/plain.ts';
import { typed } from '../texts/typed.ts';
import { requestMs } from './approval.ts';
import type { Dependencies } from './dependencies.ts';
import { describeInviter, describePerson } from './describe.ts';

/**
 * A request as the approval channel sees it, in the channel's language.
 * @param decidedBy the name of whoever answered it.
 */
export function approvalCard(
  { tickets, settings }: Pick<Dependencies, 'tickets' | 'settings'>,
  invitation: Invitation,
  decidedBy: string | undefined,
): Card {
  const texts = requestsTexts[settings.defaultLocale];
  const { teamId, id, state, requestedAt, note, role, failureDetail } = invitation;
  const asked = [
    texts.asks(
      describeInviter(invitation),
      describePerson(invitation),
      invitationTexts[settings.defaultLocale].roles[role],
    ),
    conditions(invitation, settings.defaultLocale),
    note !== undefined && `> ${plain(note, 500)}`,
  ];
  const standing =
    state === 'awaiting_approval'
      ? undefined
      : state === 'denied'
        ? texts.denied(decidedBy === undefined ? undefined : plain(decidedBy), failureDetail && plain(failureDetail))
        : texts.approved(plain(decidedBy ?? ''));
  const ticket = (action: string) =>
    // Whoever may invite may answer: the permission is read again when the button is pressed.
    tickets.issue({
      teamId,
      verb: 'requests',
      action,
      subject: id,
      userId: undefined,
      expiresAt: requestedAt + requestMs,
    });
  const answer = (action: string) => typed(`requests ${action} ${invitation.email}`, settings.trigger);
  return {
    // Below an empty line, lest it become part of the quoted note.
    text: [asked.filter(Boolean).join('\n'), standing].filter(Boolean).join('\n\n'),
    buttons: standing
      ? []
      : [
          { label: texts.approve, style: 'primary', ticket: ticket('approve') },
          { label: texts.deny, style: 'danger', ticket: ticket('deny') },
        ],
    instead: standing ? undefined : texts.toAnswer(answer('approve'), answer('deny')),
  };
}

/** All that comes with it: whoever approves grants it, too. */
function conditions({ channels, workTeams, strict, locale: spoken }: Invitation, locale: Locale): string {
  const texts = statusTexts[locale];
  const teamsLabel = inviteTexts[locale].plan.rows[4];
  return [
    channels.length > 0 && texts.channels(channelLinks(channels)),
    workTeams.length > 0 && withColon(teamsLabel, workTeams.map((name) => plain(name)).join(', '), locale),
    strict ? texts.thisAddress : texts.anyAddress,
    texts.language(spoken.slice(0, 2)),
  ]
    .filter(Boolean)
    .join(' · ');
}
