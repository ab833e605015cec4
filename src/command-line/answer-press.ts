import { UserError } from '../errors.ts';
import { recordPressedCard } from '../invitations/record-pressed-card.ts';
import { parseLocale } from '../texts/locale.ts';
import type { ActionAnswer, Place } from './interaction.ts';
import { ForgedTicketError, redeemTicket, type RedeemOptions, type TicketCall } from './redeem-ticket.ts';
import { outcomeOf, watchAnswer } from './watch-answer.ts';

export interface PressCall extends TicketCall {
  place: Place;
}

/**
 * Turns a pressed button into its effect and an answer. A person's mistake is an answer too, for them alone.
 * @throws ForgedTicketError.
 */
export function createPressAnswerer(options: RedeemOptions) {
  return async ({ place, ...call }: PressCall): Promise<ActionAnswer> => {
    const watched = watchAnswer(options.deps.observe, 'button');
    try {
      const answer = await redeemTicket(options, call, async ({ command, ticket, context }) => {
        watched.verb = command.verb;
        const action = command.actions?.[ticket.action];
        if (!action) throw new ForgedTicketError('A ticket for an action that is not there');
        const { subject } = ticket;
        if (command.cardOf && place.postId) await recordPressedCard(context, command.cardOf, subject, place.postId);
        return { answer: await action.run(context, subject, place), isDone: true };
      });
      watched.ended('answered');
      return answer;
    } catch (error) {
      watched.ended(outcomeOf(error));
      if (error instanceof UserError) return { text: await sayTo(options, call.userId, error) };
      throw error;
    }
  };
}

/** In the caller's language, or the default one while nothing is known about them. */
export async function sayTo({ deps, callers }: RedeemOptions, userId: string, error: UserError): Promise<string> {
  const locale = await callers.find(userId).then(
    ({ user }) => parseLocale(user.locale),
    () => undefined,
  );
  return error.say(locale ?? deps.settings.defaultLocale, deps.settings.trigger);
}
