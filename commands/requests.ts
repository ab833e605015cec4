import type { CallerContext } from '../src/command-line/caller-context.ts';
import { defineCommand, type CommandContext } from '../src/command-line/command.ts';
import type { Place } from '../src/command-line/interaction.ts';
import { reply, type Reply } from '../src/command-line/reply.ts';
import { requestsWords, type RequestsWords } from '../src/command-line/requests-words.ts';
import { isRemoteError, RemoteRefusal, UserError } from '../src/errors.ts';
import { approvalCard } from '../src/invitations/approval-card.ts';
import { approveRequest, denyRequest } from '../src/invitations/approval.ts';
import { nameOf } from '../src/invitations/caller.ts';
import { describeInviter, describePerson } from '../src/invitations/describe.ts';
import type { Invitation } from '../src/ports/invitation-store.ts';
import { requestsTexts } from '../src/texts/commands/requests.ts';
import { interactionTexts } from '../src/texts/interactions.ts';
import { channelLink, code } from '../src/texts/plain.ts';
import { typed } from '../src/texts/typed.ts';
import { timeFormatter } from '../src/texts/time.ts';

const formMs = 30 * 60_000;
const shown = 20;

export const requests = defineCommand({
  verb: 'requests',
  permission: 'administrator',
  texts: requestsTexts,
  usage: 'requests [approve|deny <email>]',
  examples: ['requests', 'requests approve jane@acme.ch', 'requests deny jane@acme.ch No seat this year'],
  words: requestsWords,
  async run(context, words) {
    const { store, settings, caller, locale } = context;
    const texts = requestsTexts[locale];
    if (settings.approvalChannel === undefined) return reply(texts.notSetUp);
    if (words) return answer(context, words);
    const waiting = await store.invitations.inStates(settings.team.id, ['awaiting_approval']);
    if (waiting.length === 0) return reply(texts.none);
    const time = timeFormatter(caller.user.timeZone, locale);
    const lines = waiting
      .slice(0, shown)
      .map((one) => `- ${describePerson(one)} · ${describeInviter(one)} · ${time(one.requestedAt)}`);
    return reply(
      texts.waiting(waiting.length, channelLink(settings.approvalChannel)),
      lines.join('\n'),
      waiting.length > shown && texts.andMore(waiting.length - shown),
    );
  },
  cardOf: 'request',
  actions: {
    approve: {
      async run(context, id) {
        const approved = await approveRequest(context, await requireRequest(context, id), context.caller.user);
        return { card: approvalCard(context, approved, nameOf(context.caller.user)) };
      },
    },
    deny: {
      async run(context, id, place) {
        const request = await requireRequest(context, id);
        if (request.inviterId === context.caller.user.id) throw new UserError(requestsTexts[context.locale].isYourOwn);
        // The form may be closed without an answer: the card keeps buttons that work.
        if (await askForReason(context, id, place)) return { card: approvalCard(context, request, undefined) };
        const denied = await denyRequest(context, request, context.caller.user, '');
        return { card: approvalCard(context, denied, nameOf(context.caller.user)) };
      },
    },
  },
  forms: {
    reason: {
      async submit(context, { reason }, id) {
        const text = typeof reason === 'string' ? reason.trim().slice(0, 500) : '';
        await denyRequest(context, await requireRequest(context, id), context.caller.user, text);
        return {};
      },
    },
  },
});

/** Typed, for where the card could not be shown with buttons. */
async function answer(
  context: CommandContext,
  { action, email, rest: reason }: NonNullable<RequestsWords>,
): Promise<Reply> {
  const { store, settings, caller, locale, replyTo } = context;
  const texts = requestsTexts[locale];
  const request = await store.invitations.latest(settings.team.id, email);
  if (request?.state !== 'awaiting_approval') {
    throw new UserError(texts.nobodyAsks(code(email), typed('requests', replyTo.trigger)));
  }
  if (action === 'approve') await approveRequest(context, request, caller.user);
  else await denyRequest(context, request, caller.user, reason);
  const say = action === 'approve' ? texts.youApproved : texts.youDenied;
  return reply(say(describePerson(request), describeInviter(request)));
}

/**
 * @returns false where the platform has no dialogs; then a request is denied without a reason.
 * @throws UserError when the form could not be opened just now: denying is final, so it has to be meant.
 */
async function askForReason(context: CallerContext, id: string, { triggerId }: Place): Promise<boolean> {
  const { chat, tickets, clock, settings, caller, locale } = context;
  if (triggerId === undefined) return false;
  const texts = requestsTexts[locale];
  const ticket = { teamId: settings.team.id, verb: 'requests', action: 'reason', subject: id, userId: caller.user.id };
  try {
    await chat.openForm(triggerId, {
      title: texts.denyTitle,
      submitLabel: texts.deny,
      ticket: tickets.issue({ ...ticket, expiresAt: clock.now() + formMs }),
      fields: [
        {
          name: 'reason',
          label: texts.reason,
          help: texts.reasonHelp,
          type: 'textarea',
          maxLength: 500,
          isOptional: true,
        },
      ],
    });
    return true;
  } catch (error) {
    if (error instanceof RemoteRefusal && [404, 501].includes(error.status)) return false;
    if (!isRemoteError(error)) throw error;
    throw new UserError((reader) => interactionTexts[reader].formNotOpened, { cause: error });
  }
}

async function requireRequest({ store, settings }: CallerContext, id: string): Promise<Invitation> {
  const request = await store.invitations.byId(settings.team.id, id);
  if (request?.state !== 'awaiting_approval') throw new UserError((locale) => requestsTexts[locale].isAnswered);
  return request;
}
