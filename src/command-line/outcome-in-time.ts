import { deliveryKeys } from '../invitations/delivery-keys.ts';
import { describeOutcome, describePerson } from '../invitations/describe.ts';
import { isUnderWay } from '../ports/invitation-store.ts';
import { inviteTexts } from '../texts/commands/invite.ts';
import { resendTexts } from '../texts/commands/resend.ts';
import { guestTexts } from '../texts/guests.ts';
import { code } from '../texts/plain.ts';
import { sayRemarks } from '../texts/remarks.ts';
import { timeFormatter } from '../texts/time.ts';
import type { CommandContext } from './command.ts';
import { reply, type Reply } from './reply.ts';

/** The final answer when the provider is quick enough, else the promise that it will follow. */
export async function outcomeInTime(context: CommandContext, id: string, renewals = 0): Promise<Reply> {
  const { store, clock, settings, replyTo, caller, locale } = context;
  const until = Math.min(clock.now() + settings.replyWaitMs, context.deadline);
  await context.attempted(deliveryKeys.provision(id, renewals), until);

  const invitation = await store.invitations.byId(settings.team.id, id);
  if (!invitation) throw new Error('An invitation vanished while it was being made');
  const isSettled = !isUnderWay(invitation.state);
  // Taking the delivery away is what makes this reply the only answer.
  const outcome = deliveryKeys.outcome(id, renewals);
  if (isSettled && (await store.deliveries.settle(settings.team.id, outcome, 'told in the reply', clock.now()))) {
    const formatTime = timeFormatter(caller.user.timeZone, locale);
    return reply(describeOutcome(invitation, { locale, formatTime, trigger: replyTo.trigger }));
  }
  const texts = inviteTexts[locale];
  const delivery = await store.deliveries.byKey(settings.team.id, deliveryKeys.provision(id, renewals));
  const person = describePerson(invitation);
  const { noAnswerYet } = invitation.kind === 'guest' ? guestTexts[locale] : texts;
  const why = delivery?.lastError ? texts.lastTryFailed(sayRemarks(delivery.lastError, locale)) : noAnswerYet;
  return reply(
    renewals > 0 ? `${resendTexts[locale].underWay(person)} ${why}` : texts.underWay({ person, why }),
    texts.isSafe(code(`/${replyTo.trigger} status ${invitation.email}`)),
  );
}
