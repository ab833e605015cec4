import { UserError } from '../errors.ts';
import { refusalFor, type CallerLookup } from '../invitations/caller.ts';
import type { Dependencies } from '../invitations/dependencies.ts';
import { replyMs } from '../invitations/first-within.ts';
import type { CallLimits } from '../ports/call-limits.ts';
import type { Ticket } from '../ports/tickets.ts';
import { interactionTexts } from '../texts/interactions.ts';
import { localeOf } from '../texts/locale.ts';
import type { CallerContext } from './caller-context.ts';
import type { Command, Registry } from './command.ts';
import { mayUse } from './permission.ts';
import { refuseHaste } from './refuse-haste.ts';

/** Somebody sent a ticket that this program did not issue. */
export class ForgedTicketError extends Error {
  override name = 'ForgedTicketError';
}

export interface RedeemOptions {
  deps: Dependencies;
  registry: Registry;
  callers: Pick<CallerLookup, 'find' | 'findNow'>;
  limits: CallLimits;
}

/** Who came back with which ticket. The platform vouches for the user id alone; all else passed through a client. */
export interface TicketCall {
  ticket: string;
  userId: string;
  /** Where it says it comes from, if it does. */
  teamId?: string | undefined;
}

export interface Redeemed {
  command: Command;
  ticket: Ticket;
  context: CallerContext;
}

/**
 * Checks a ticket and who brought it, uses it up, and does the work. A ticket whose work has failed, or was answered
 * with something to correct, can be used again.
 * @throws ForgedTicketError; UserError for a ticket that is expired, used or somebody else's, and for a caller who may
 *   not use the verb (any more).
 */
export async function redeemTicket<Answer>(
  { deps, registry, callers, limits }: RedeemOptions,
  call: TicketCall,
  work: (redeemed: Redeemed) => Promise<{ answer: Answer; isDone: boolean }>,
): Promise<Answer> {
  const { store, clock, settings, tickets } = deps;
  const deadline = clock.now() + replyMs;
  const ticket = tickets.read(call.ticket);
  const command = ticket && registry.find(ticket.verb);
  if (!ticket || !command || ticket.teamId !== settings.team.id) throw new ForgedTicketError('Not a ticket of ours');
  if (ticket.expiresAt <= clock.now()) throw new UserError((locale) => interactionTexts[locale].expired);
  refuseHaste(await limits.take(call.userId));
  const caller = await callers.findNow(call.userId);
  if (ticket.userId !== undefined && ticket.userId !== caller.user.id) {
    throw new UserError((locale) => interactionTexts[locale].notYours);
  }
  const locale = localeOf(caller.user.locale, settings.defaultLocale);
  const context: CallerContext = { ...deps, caller, locale, msLeft: () => deadline - clock.now() };
  if (!mayUse(command.permission, caller, settings)) throw await refusalFor(context);

  if (!(await store.tickets.use(ticket))) throw new UserError((locale) => interactionTexts[locale].used);
  const giveBack = () => store.tickets.giveBack(ticket.teamId, ticket.id);
  try {
    const { answer, isDone } = await work({ command, ticket, context });
    if (!isDone) await giveBack();
    return answer;
  } catch (error) {
    await giveBack();
    throw error;
  }
}
