import { defineCommand, type CommandContext } from '../src/command-line/command.ts';
import { inviteWords } from '../src/command-line/invite-words.ts';
import { reply, type Reply } from '../src/command-line/reply.ts';
import { deliveryKeys } from '../src/invitations/delivery-keys.ts';
import { describeOpen } from '../src/invitations/describe-open.ts';
import { describePlan } from '../src/invitations/describe-plan.ts';
import { describeOutcome, describePerson } from '../src/invitations/describe.ts';
import { findChannels } from '../src/invitations/find-channels.ts';
import { checkPolicy } from '../src/invitations/policy.ts';
import { requestInvitation, type InvitationRequest } from '../src/invitations/request-invitation.ts';
import { inviteTexts } from '../src/texts/commands/invite.ts';
import { code, plain } from '../src/texts/plain.ts';
import { timeFormatter } from '../src/texts/time.ts';

export const invite = defineCommand({
  verb: 'invite',
  permission: 'administrator',
  texts: inviteTexts,
  usage: 'jane@acme.ch Jane Doe [options]',
  examples: ['jane@acme.ch Jane Doe', 'Jane Doe <jane@acme.ch> --channel ~marketing --lang de'],
  words: inviteWords,
  async run(context, { person, role, confirmed, strict, locale, channelNames, workTeams, dryRun }) {
    checkPolicy(context.settings, { ...person, role, confirmed: confirmed || dryRun });
    const { user } = context.caller;
    const { trigger } = context.replyTo;
    const time = timeFormatter(user.timeZone);
    const request: InvitationRequest = {
      ...person,
      role,
      strict,
      locale: locale ?? context.settings.defaultLocale,
      channels: await findChannels(context, user.id, channelNames),
      workTeams,
      inviter: { id: user.id, name: `${user.firstName} ${user.lastName}`.trim() || user.username },
      replyTo: context.replyTo,
    };
    if (dryRun) {
      const open = await context.store.invitations.open(context.settings.team.id, person.email);
      return reply(open ? describeOpen(open, trigger, time) : describePlan(request));
    }
    const result = await requestInvitation(context, request);
    if (result.kind === 'already_open') return reply(describeOpen(result.invitation, trigger, time));
    return outcomeInTime(context, result.id);
  },
});

/** The final answer when the provider is quick enough, else the promise that it will follow. */
async function outcomeInTime(context: CommandContext, id: string): Promise<Reply> {
  const { store, clock, settings, replyTo, caller } = context;
  const until = Math.min(clock.now() + settings.replyWaitMs, context.deadline);
  await context.attempted(deliveryKeys.provision(id), until);

  const invitation = await store.invitations.byId(settings.team.id, id);
  if (!invitation) throw new Error('An invitation vanished while it was being made');
  const isSettled =
    invitation.state !== 'requested' && invitation.state !== 'provisioning' && invitation.state !== 'unknown';
  // Taking the delivery away is what makes this reply the only answer.
  if (isSettled && (await store.deliveries.settle(deliveryKeys.outcome(id), 'told in the reply', clock.now()))) {
    return reply(describeOutcome(invitation, replyTo.trigger, timeFormatter(caller.user.timeZone)));
  }
  const delivery = await store.deliveries.byKey(deliveryKeys.provision(id));
  return reply(
    `⏳ I am inviting ${describePerson(invitation)}. ${delivery?.lastError ? `The last try failed: ${plain(delivery.lastError)}` : 'Infomaniak has not answered yet.'}`,
    `The request is safe: I keep trying, never invite twice, and tell you here how it ended. To look: ${code(`/${replyTo.trigger} status ${invitation.email}`)}`,
  );
}
