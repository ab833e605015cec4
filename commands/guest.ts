import { defineCommand } from '../src/command-line/command.ts';
import { guestWords } from '../src/command-line/guest-words.ts';
import { outcomeInTime } from '../src/command-line/outcome-in-time.ts';
import { reply } from '../src/command-line/reply.ts';
import { nameOf } from '../src/invitations/caller.ts';
import { describeOpen } from '../src/invitations/describe-open.ts';
import { findChannels } from '../src/invitations/find-channels.ts';
import { checkDomain } from '../src/invitations/policy.ts';
import { requestInvitation } from '../src/invitations/request-invitation.ts';
import { guestCommandTexts } from '../src/texts/commands/guest.ts';
import { timeFormatter } from '../src/texts/time.ts';

const example = 'guest gus@other.ch ~marketing';

/** By kChat's own guest invitation. What follows is as for everybody: `list`, `status`, `resend`, `revoke`, the welcome. */
export const guest = defineCommand({
  verb: 'guest',
  permission: 'administrator',
  texts: guestCommandTexts,
  usage: 'guest <email> ~channel...',
  examples: [example, 'guest gus@other.ch ~marketing ~support --lang de --note "For the spring campaign"'],
  words: guestWords(example),
  async run(context, { email, channelNames, locale, note }) {
    const { settings, replyTo } = context;
    const { user } = context.caller;
    const result = await requestInvitation(context, {
      kind: 'guest',
      email: checkDomain(settings, email),
      firstName: '',
      lastName: '',
      role: 'normal',
      strict: true,
      locale: locale ?? settings.defaultLocale,
      channels: await findChannels(context, user.id, channelNames),
      workTeams: [],
      note,
      inviter: { id: user.id, name: nameOf(user) },
      replyTo,
    });
    if (result.kind === 'requested') return outcomeInTime(context, result.id);
    const formatTime = timeFormatter(user.timeZone, context.locale);
    return reply(
      describeOpen(result.invitation, 'guest', { locale: context.locale, formatTime, trigger: replyTo.trigger }),
    );
  },
});
