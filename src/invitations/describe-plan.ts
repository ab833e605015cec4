import type { Locale } from '../ports/provisioning.ts';
import { inviteTexts } from '../texts/commands/invite.ts';
import { invitationTexts } from '../texts/invitations.ts';
import { channelLinks, plain } from '../texts/plain.ts';
import { tableRow } from '../texts/table.ts';
import { describePerson } from './describe.ts';
import type { InvitationRequest } from './request-invitation.ts';

/** What `--dry-run` answers: the request as it was understood. */
export function describePlan(request: InvitationRequest, locale: Locale): string {
  const { plan } = inviteTexts[locale];
  const [role, login, language, channels, teams, licence] = plan.rows;
  const rows = [
    [role, invitationTexts[locale].roles[request.role]],
    [login, request.strict ? plan.thisAddress : plan.anyAddress],
    [language, request.locale.slice(0, 2)],
    [channels, plan.channels(channelLinks(request.channels))],
    ...(request.workTeams.length > 0 ? [[teams, request.workTeams.map((name) => plain(name)).join(', ')]] : []),
    [licence, plan.licence],
  ];
  return [
    plan.title(describePerson(request)),
    ['| | |', '| --- | --- |', ...rows.map((cells) => tableRow(cells))].join('\n'),
    plan.toDoIt(`\`/${request.replyTo.trigger}\``),
  ].join('\n\n');
}
