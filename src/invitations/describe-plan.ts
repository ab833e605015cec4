import { plain } from '../texts/plain.ts';
import { describePerson, roleNames } from './describe.ts';
import type { InvitationRequest } from './request-invitation.ts';

/** What `--dry-run` answers: the request as it was understood. */
export function describePlan(request: InvitationRequest): string {
  const channels = request.channels.map(({ name }) => `~${name}`).join(', ');
  return [
    `🔎 Dry run: nothing was sent. This would invite ${describePerson(request)}:`,
    [
      '| | |',
      '| --- | --- |',
      `| Role | ${roleNames[request.role]} |`,
      `| Signs in with | ${request.strict ? 'this address only' : 'any address'} |`,
      `| Language | ${request.locale.slice(0, 2)} |`,
      `| Channels | kChat’s own${channels && `, and ${channels}`} |`,
      ...(request.workTeams.length > 0
        ? [`| Work teams | ${request.workTeams.map((name) => plain(name)).join(', ')} |`]
        : []),
      '| Licence | counts as one kSuite user |',
    ].join('\n'),
    `To do it, send the same \`/${request.replyTo.trigger}\` line without \`--dry-run\`.`,
  ].join('\n\n');
}
