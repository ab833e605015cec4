import { addressAndRest } from '../src/command-line/address-words.ts';
import type { CallerContext } from '../src/command-line/caller-context.ts';
import { defineCommand } from '../src/command-line/command.ts';
import { isGone } from '../src/command-line/is-gone.ts';
import { reply } from '../src/command-line/reply.ts';
import { UserError } from '../src/errors.ts';
import { denyRequest } from '../src/invitations/approval.ts';
import { deliveryKeys } from '../src/invitations/delivery-keys.ts';
import { describePerson } from '../src/invitations/describe.ts';
import { confirmationCard, invitationCard, type CardReader } from '../src/invitations/invitation-card.ts';
import { inviteCommand } from '../src/invitations/invite-command.ts';
import { oweCardAfterQuestion } from '../src/invitations/ask-revocation.ts';
import { requestRevocation } from '../src/invitations/revoke.ts';
import type { InviterMessageKind } from '../src/ports/delivery-store.ts';
import type { Invitation } from '../src/ports/invitation-store.ts';
import type { Locale } from '../src/ports/provisioning.ts';
import { revokeTexts } from '../src/texts/commands/revoke.ts';
import { guestTexts } from '../src/texts/guests.ts';
import { code } from '../src/texts/plain.ts';

export const revoke = defineCommand({
  verb: 'revoke',
  permission: 'administrator',
  texts: revokeTexts,
  usage: 'revoke <email> [reason]',
  examples: ['revoke jane@acme.ch', 'revoke jane@acme.ch She starts next year'],
  words: addressAndRest('revoke jane@acme.ch'),
  async run(context, { email, rest: reason }) {
    const { store, clock, settings, caller, locale } = context;
    const texts = revokeTexts[locale];
    const invitation = await store.invitations.latest(settings.team.id, email);
    if (!invitation) throw new UserError(texts.unknown(code(email)));
    if (invitation.state === 'awaiting_approval') {
      await denyRequest(context, invitation, caller.user, reason);
      return reply(texts.denied(describePerson(invitation)));
    }
    if (await isGone(context, invitation)) {
      await leaveToReply(context, invitation, 'gone');
      const command = inviteCommand(invitation, { ...settings, trigger: context.replyTo.trigger });
      return reply(texts.isGone(describePerson(invitation), { command }));
    }
    const key = await requestRevocation(context, invitation, caller.user, reason);
    await context.attempted(key, Math.min(clock.now() + settings.replyWaitMs, context.deadline));

    const after = await store.invitations.byId(settings.team.id, invitation.id);
    const person = describePerson(invitation);
    const { acceptedMeanwhile, revoked } = invitation.kind === 'guest' ? guestTexts[locale] : texts;
    if (after?.state === 'accepted' || after?.state === 'arrived') return reply(acceptedMeanwhile(person));
    if (after?.state !== 'revoked') return reply(describeUnderWay(invitation, locale));
    await leaveToReply(context, invitation, 'revoked');
    return reply(revoked(person));
  },
  cardOf: 'invitation',
  actions: {
    ask: {
      async run(context, id) {
        const invitation = await requirePending(context, id);
        await oweCardAfterQuestion(context, invitation);
        return { card: confirmationCard(context, invitation, reader(context)) };
      },
    },
    confirm: {
      async run(context, id) {
        const invitation = await requirePending(context, id);
        await requestRevocation(context, invitation, context.caller.user, '');
        return { card: { text: describeUnderWay(invitation, context.locale), buttons: [] } };
      },
    },
    keep: {
      run: async (context, id) => ({
        card: invitationCard(context, await requirePending(context, id), reader(context)),
      }),
    },
  },
});

function describeUnderWay(invitation: Invitation, locale: Locale): string {
  const person = describePerson(invitation);
  return invitation.kind === 'guest'
    ? guestTexts[locale].revocationUnderWay(person)
    : revokeTexts[locale].underWay(person);
}

/** The reply tells the inviter; a message beside it would say the same. */
async function leaveToReply(
  { store, clock, caller }: CallerContext,
  invitation: Invitation,
  message: InviterMessageKind,
) {
  if (invitation.inviterId !== caller.user.id) return;
  const { teamId, id } = invitation;
  await store.deliveries.settle(teamId, deliveryKeys.inviterMessage(id, message), 'told in the reply', clock.now());
}

function reader({ caller: { user }, locale }: CallerContext): CardReader {
  return { userId: user.id, locale, timeZone: user.timeZone };
}

async function requirePending({ store, settings }: CallerContext, id: string): Promise<Invitation> {
  const invitation = await store.invitations.byId(settings.team.id, id);
  if (invitation?.state !== 'pending') throw new UserError((locale) => revokeTexts[locale].hasEnded);
  return invitation;
}
