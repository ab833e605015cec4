import { addressAlone } from '../src/command-line/address-words.ts';
import { defineCommand } from '../src/command-line/command.ts';
import { reply } from '../src/command-line/reply.ts';
import { describeInviter, describePerson, explainFailure, isAdopted, roleName } from '../src/invitations/describe.ts';
import type { Invitation, InvitationEvent, InvitationKind } from '../src/ports/invitation-store.ts';
import type { Locale } from '../src/ports/provisioning.ts';
import { statusTexts } from '../src/texts/commands/status.ts';
import { invitationTexts } from '../src/texts/invitations.ts';
import { channelLinks, code } from '../src/texts/plain.ts';
import { tableRow } from '../src/texts/table.ts';
import { tellEvent } from '../src/texts/tell-event.ts';
import { timeFormatter } from '../src/texts/time.ts';
import { withColon } from '../src/texts/with-colon.ts';

export const status = defineCommand({
  verb: 'status',
  permission: 'administrator',
  texts: statusTexts,
  usage: 'status <email>',
  examples: ['status jane@acme.ch'],
  words: addressAlone('status jane@acme.ch'),
  async run({ store, settings, caller, locale, replyTo }, { email }) {
    const texts = statusTexts[locale];
    const invitation = await store.invitations.latest(settings.team.id, email);
    if (!invitation) return reply(texts.notInvited(code(email), code(`/${replyTo.trigger} ${email} Jane Doe`)));
    const events = await store.invitations.events(settings.team.id, invitation.id);
    const time = timeFormatter(caller.user.timeZone, locale);
    const state = `**${invitationTexts[locale].states[invitation.state]}**`;
    const why = explainFailure(invitation, locale);
    return reply(
      withColon(
        describePerson(invitation),
        invitation.state === 'failed' ? withColon(state, why, locale) : state,
        locale,
      ),
      summarize(invitation, time, locale),
      [
        `| ${texts.columns.join(' | ')} |`,
        '| --- | --- |',
        ...events.map((event) => eventRow(event, invitation.kind, time, locale)),
      ].join('\n'),
      texts.inTheLog(code(invitation.id)),
    );
  },
});

function summarize(invitation: Invitation, time: (at: number) => string, locale: Locale): string {
  const texts = statusTexts[locale];
  const channels = channelLinks(invitation.channels);
  const facts = [
    texts.invitedBy(describeInviter(invitation), roleName(invitation, locale)),
    invitation.kind === 'member' &&
      !isAdopted(invitation) &&
      (invitation.strict ? texts.thisAddress : texts.anyAddress),
    texts.language(invitation.locale.slice(0, 2)),
    channels && texts.channels(channels),
    invitation.state === 'pending' && invitation.expiresAt !== undefined && texts.until(time(invitation.expiresAt)),
  ];
  return `${facts.filter(Boolean).join(' · ')}.`;
}

function eventRow(
  { at, kind, detail }: InvitationEvent,
  of: InvitationKind,
  time: (at: number) => string,
  locale: Locale,
): string {
  return tableRow([time(at), tellEvent(kind, detail, locale, of)]);
}
