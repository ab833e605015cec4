import { isRemoteError, RemoteRefusal, UserError } from '../errors.ts';
import { firstInTime } from '../invitations/first-within.ts';
import type { Chat } from '../ports/chat.ts';
import { withoutMarkdown } from '../texts/plain.ts';
import { sayTo } from './answer-press.ts';
import type { CallerContext } from './caller-context.ts';
import type { FormValues, Place } from './interaction.ts';
import { ForgedTicketError, redeemTicket, type RedeemOptions, type TicketCall } from './redeem-ticket.ts';
import { outcomeOf, watchAnswer } from './watch-answer.ts';

export interface FormCall extends TicketCall {
  values: FormValues;
  place: Place;
}

/** What the platform shows: nothing, an error above the fields, or errors at them. */
export interface FormResult {
  error?: string;
  errors?: Readonly<Record<string, string>>;
}

export interface FormOptions extends RedeemOptions {
  log: { warn(details: object, message: string): void };
}

/**
 * Turns a sent form into its effect. What there is to say is told where the form was opened.
 * @throws ForgedTicketError.
 */
export function createFormAnswerer(options: FormOptions) {
  return async ({ values, place, ...call }: FormCall): Promise<FormResult> => {
    const watched = watchAnswer(options.deps.observe, 'form');
    try {
      const result = await redeemTicket<FormResult>(options, call, async ({ command, ticket, context }) => {
        watched.verb = command.verb;
        const form = command.forms?.[ticket.action];
        if (!form) throw new ForgedTicketError('A ticket for a form that is not there');
        const answer = await form.submit(context, values, ticket.subject, place);
        if ('errors' in answer) {
          const errors = Object.entries(answer.errors).map(([field, say]) => [
            field,
            withoutMarkdown(say(context.locale)),
          ]);
          return { answer: { errors: Object.fromEntries(errors) as Record<string, string> }, isDone: false };
        }
        if (answer.text !== undefined) await tellIfPossible(options, context, place.channelId, answer.text);
        return { answer: {}, isDone: true };
      });
      watched.ended(result.errors ? 'mistake' : 'answered');
      return result;
    } catch (error) {
      watched.ended(outcomeOf(error));
      if (error instanceof UserError) return { error: withoutMarkdown(await sayTo(options, call.userId, error)) };
      throw error;
    }
  };
}

/** The effect is there already: a form that failed for want of the sentence would be sent again. */
async function tellIfPossible({ log }: FormOptions, context: CallerContext, channelId: string, text: string) {
  try {
    await firstInTime(context, tellAlone(context.chat, channelId, context.caller.user.id, text));
  } catch (error) {
    if (!isRemoteError(error)) throw error;
    log.warn({ err: error }, 'what a form has done could not be told');
  }
}

/** A dialog can't answer in words: an ephemeral post does, or a direct message where the bot may not post one. */
async function tellAlone(chat: Chat, channelId: string, userId: string, text: string): Promise<void> {
  try {
    await chat.postEphemeral(channelId, userId, text);
  } catch (error) {
    if (!(error instanceof RemoteRefusal)) throw error;
    await chat.post(await chat.directChannel(userId), text, crypto.randomUUID());
  }
}
