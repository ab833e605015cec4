import { defineCommand, type CommandContext } from '../src/command-line/command.ts';
import { helpOverview } from '../src/command-line/help-overview.ts';
import { approveInstead } from '../src/command-line/approve-instead.ts';
import { inviteForm, inviteFormHandler } from '../src/command-line/invite-form.ts';
import { inviteWords } from '../src/command-line/invite-words.ts';
import { outcomeInTime } from '../src/command-line/outcome-in-time.ts';
import { reply, type Reply } from '../src/command-line/reply.ts';
import { nameOf } from '../src/invitations/caller.ts';
import { describePerson } from '../src/invitations/describe.ts';
import { describeOpen } from '../src/invitations/describe-open.ts';
import { describePlan } from '../src/invitations/describe-plan.ts';
import { findChannels } from '../src/invitations/find-channels.ts';
import { checkPolicy } from '../src/invitations/policy.ts';
import { requestInvitation, type InvitationRequest } from '../src/invitations/request-invitation.ts';
import { inviteFormTexts } from '../src/texts/invite-form.ts';
import { requestsTexts } from '../src/texts/commands/requests.ts';
import { inviteTexts } from '../src/texts/commands/invite.ts';
import { timeFormatter } from '../src/texts/time.ts';

export const invite = defineCommand({
  verb: 'invite',
  permission: 'requester',
  texts: inviteTexts,
  usage: 'jane@acme.ch Jane Doe [options]',
  examples: ['jane@acme.ch Jane Doe', 'Jane Doe <jane@acme.ch> --channel ~marketing --lang de'],
  words: inviteWords,
  async run(context, words) {
    if (words === undefined) return openForm(context);
    const { person, role, confirmed, strict, locale, channelNames, workTeams, note, dryRun } = words;
    const { user, mayInvite } = context.caller;
    checkPolicy(context.settings, context.caller, { ...person, role, confirmed: confirmed || dryRun });
    const { locale: readerLocale } = context;
    const reader = {
      locale: readerLocale,
      formatTime: timeFormatter(user.timeZone, readerLocale),
      trigger: context.replyTo.trigger,
    };
    const request: InvitationRequest = {
      ...person,
      role,
      strict,
      locale: locale ?? context.settings.defaultLocale,
      channels: await findChannels(context, user.id, channelNames),
      workTeams,
      note,
      inviter: { id: user.id, name: nameOf(user) },
      replyTo: context.replyTo,
    };
    if (dryRun) {
      // Whether somebody is invited already is nothing for those who may only ask.
      const open = mayInvite && (await context.store.invitations.open(context.settings.team.id, person.email));
      return reply(open ? describeOpen(open, 'member', reader) : describePlan(request, readerLocale));
    }
    const result = await requestInvitation(context, { ...request, needsApproval: !mayInvite });
    if (!mayInvite) return reply(requestsTexts[readerLocale].passedOn(describePerson(person)));
    if (result.kind === 'already_open' && result.invitation.state === 'awaiting_approval') {
      return reply(await approveInstead(context, result.invitation));
    }
    if (result.kind === 'already_open') return reply(describeOpen(result.invitation, 'member', reader));
    return outcomeInTime(context, result.id);
  },
  forms: { form: inviteFormHandler },
});

/** Where dialogs don't work, the help says how to do it in one line. */
async function openForm(context: CommandContext): Promise<Reply> {
  const { locale, replyTo } = context;
  if (await context.openForm(inviteForm(context, replyTo.trigger))) return reply(inviteFormTexts[locale].opened);
  return reply(...helpOverview(context));
}
