import { addressAlone } from '../src/command-line/address-words.ts';
import { defineCommand } from '../src/command-line/command.ts';
import type { CallerContext } from '../src/command-line/caller-context.ts';
import { outcomeInTime } from '../src/command-line/outcome-in-time.ts';
import { UserError } from '../src/errors.ts';
import { nameOf } from '../src/invitations/caller.ts';
import { describePerson } from '../src/invitations/describe.ts';
import { renewInvitation } from '../src/invitations/renew.ts';
import type { Invitation } from '../src/ports/invitation-store.ts';
import { resendTexts } from '../src/texts/commands/resend.ts';
import { code } from '../src/texts/plain.ts';

export const resend = defineCommand({
  verb: 'resend',
  permission: 'administrator',
  texts: resendTexts,
  usage: 'resend <email>',
  examples: ['resend jane@acme.ch'],
  words: addressAlone('resend jane@acme.ch'),
  async run(context, { email }) {
    const { store, settings, replyTo } = context;
    const invitation = await store.invitations.latest(settings.team.id, email);
    if (!invitation) throw new UserError((locale) => resendTexts[locale].unknown(code(email)));
    const { id, renewals } = await renewInvitation(context, invitation, caller(context), replyTo);
    return outcomeInTime(context, id, renewals);
  },
  cardOf: 'invitation',
  actions: {
    resend: {
      async run(context, id, { channelId }) {
        const { settings, locale } = context;
        const invitation = await requireInvitation(context, id);
        const replyTo = { channelId, trigger: settings.trigger, isDetached: true };
        await renewInvitation(context, invitation, caller(context), replyTo);
        return { card: { text: resendTexts[locale].underWay(describePerson(invitation)), buttons: [] } };
      },
    },
  },
});

function caller({ caller: { user } }: CallerContext) {
  return { id: user.id, name: nameOf(user) };
}

async function requireInvitation({ store, settings }: CallerContext, id: string): Promise<Invitation> {
  const invitation = await store.invitations.byId(settings.team.id, id);
  if (!invitation) throw new UserError((locale) => resendTexts[locale].hasEnded);
  return invitation;
}
