import { z } from 'zod';
import { defineCommand } from '../src/command-line/command.ts';
import { reply } from '../src/command-line/reply.ts';
import { UserError } from '../src/errors.ts';
import { describePerson, explainFailure, roleNames } from '../src/invitations/describe.ts';
import { canonicalEmail } from '../src/invitations/email-address.ts';
import type { EventKind, Invitation, InvitationEvent } from '../src/ports/invitation-store.ts';
import { statusTexts } from '../src/texts/commands/status.ts';
import { code, plain } from '../src/texts/plain.ts';
import { timeFormatter } from '../src/texts/time.ts';

const words = z.array(z.string()).transform(([address, ...rest]) => {
  if (address === undefined || rest.length > 0)
    throw new UserError('Whose status? I need one e-mail address: `status jane@acme.ch`.');
  return { email: canonicalEmail(address.replace(/^<|>$/g, '')) };
});

const labels: Record<EventKind, string> = {
  requested: 'Requested',
  created: 'Created at Infomaniak',
  adopted: 'Found at Infomaniak, invited elsewhere before',
  seat_granted: 'kSuite seat granted',
  mailed: 'Mailed',
  unconfirmed: 'Not confirmed by Infomaniak; looked up before going on',
  accepted: 'Accepted',
  arrived: 'Arrived in kChat',
  joined_channel: 'Added to channel',
  welcomed: 'Welcomed',
  announced: 'Announced',
  inviter_told: 'Inviter told',
  expired: 'Expired',
  revoked: 'Cancelled at Infomaniak',
  rejected: 'Declined',
  failed: 'Failed',
  accepted_late: 'Accepted after its end; no welcome sent',
  delivery_failed: 'Could not be delivered',
};

export const status = defineCommand({
  verb: 'status',
  permission: 'administrator',
  texts: statusTexts,
  usage: 'status <email>',
  examples: ['status jane@acme.ch'],
  words,
  async run({ store, settings, caller, replyTo }, { email }) {
    const invitation = await store.invitations.latest(settings.team.id, email);
    if (!invitation)
      return reply(`${code(email)} was not invited here. To invite: \`/${replyTo.trigger} ${email} Jane Doe\``);
    const events = await store.invitations.events(settings.team.id, invitation.id);
    const time = timeFormatter(caller.user.timeZone);
    return reply(
      `${describePerson(invitation)}: **${invitation.state}**${invitation.state === 'failed' ? `: ${explainFailure(invitation)}` : ''}`,
      summarize(invitation, time),
      ['| When | What |', '| --- | --- |', ...events.map((event) => tableRow(event, time))].join('\n'),
    );
  },
});

function summarize(invitation: Invitation, time: (at: number) => string): string {
  const facts = [
    `Invited by ${plain(invitation.inviterName)} as ${roleNames[invitation.role]}`,
    invitation.strict ? 'signs in with this address' : 'may sign in with any address',
    `language ${invitation.locale.slice(0, 2)}`,
    invitation.channels.length > 0 && `channels ${invitation.channels.map(({ name }) => `~${name}`).join(', ')}`,
    invitation.state === 'pending' && invitation.expiresAt !== undefined && `valid until ${time(invitation.expiresAt)}`,
  ];
  return `${facts.filter(Boolean).join(' · ')}.`;
}

function tableRow({ at, kind, detail }: InvitationEvent, time: (at: number) => string): string {
  return `| ${time(at)} | ${labels[kind]}${detail ? `: ${plain(detail)}` : ''} |`;
}
