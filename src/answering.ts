import type { CommandCall } from './command-line/answer-command.ts';
import type { FormCall, FormResult } from './command-line/answer-form.ts';
import type { PressCall } from './command-line/answer-press.ts';
import type { ActionAnswer } from './command-line/interaction.ts';
import { ForgedTicketError, type TicketCall } from './command-line/redeem-ticket.ts';
import { reply, type Reply } from './command-line/reply.ts';
import type { Locale } from './ports/provisioning.ts';
import type { Tickets } from './ports/tickets.ts';
import type { Within } from './ports/within.ts';
import { interactionTexts } from './texts/interactions.ts';
import { mistakeTexts } from './texts/mistakes.ts';
import { withoutMarkdown } from './texts/plain.ts';

/** Whoever answers the people of one team. */
export interface Answering {
  /** kChat's id of the team. */
  id: string;
  name: string;
  /** Of its kChat. */
  url: string;
  /** Its people's, where nothing else is known. */
  locale: Locale;
  answer(call: CommandCall): Promise<Reply>;
  press(call: PressCall): Promise<ActionAnswer>;
  submit(call: FormCall): Promise<FormResult>;
}

/** In the place of a team that can't be served at the moment: nobody's rights can be checked there. */
export function excuse(team: Pick<Answering, 'id' | 'name' | 'url' | 'locale'>): Answering {
  const text = mistakeTexts[team.locale].rightsNotChecked;
  return {
    ...team,
    answer: () => Promise.resolve(reply(text)),
    press: () => Promise.resolve({ text }),
    submit: () => Promise.resolve({ error: withoutMarkdown(text) }),
  };
}

export interface AnswerAllOptions {
  /** @returns undefined for a team of somebody else's. */
  teamOf: (teamId: string) => Answering | undefined;
  tickets: Tickets;
  within: Within;
  /** For what is said where no team is known. */
  locale: Locale;
}

/** Passes what comes in on to the team it is about, and to no other. */
export function answerAll({ teamOf, tickets, within, locale }: AnswerAllOptions) {
  const inTeam = <Answer>(team: Answering, work: () => Promise<Answer>) => within({ team: team.name }, work);

  /**
   * The ticket says whose it is. A call that names a team of another server is none of its people's; of the same server it
   * may be one, because a person may read the bot's message while another team of theirs is open.
   * @throws ForgedTicketError.
   */
  const teamOfTicket = ({ ticket, teamId }: TicketCall): Answering => {
    const issued = tickets.read(ticket);
    const team = issued && teamOf(issued.teamId);
    const from = teamId === undefined ? undefined : teamOf(teamId);
    if (!team || (from && from.url !== team.url)) throw new ForgedTicketError('Not a ticket of this team');
    return team;
  };
  return {
    /** @throws Error for a team that no token is valid for. */
    answer: async (call: CommandCall): Promise<Reply> => {
      const team = teamOf(call.teamId);
      if (!team) throw new Error('A command came from a team that is not served');
      return inTeam(team, () => team.answer(call));
    },
    /** @throws ForgedTicketError. */
    press: async (call: PressCall): Promise<ActionAnswer> => {
      const team = teamOfTicket(call);
      return inTeam(team, () => team.press(call));
    },
    /** @throws ForgedTicketError. */
    submit: async (call: FormCall): Promise<FormResult> => {
      const team = teamOfTicket(call);
      return inTeam(team, () => team.submit(call));
    },
    failed: (teamId?: string): string =>
      interactionTexts[(teamId === undefined ? undefined : teamOf(teamId))?.locale ?? locale].failed,
  };
}
