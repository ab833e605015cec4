import type { z } from 'zod';
import type { CardSubject } from '../invitations/record-pressed-card.ts';
import type { Form } from '../ports/card.ts';
import type { ReplyTo } from '../ports/delivery-store.ts';
import type { Locale } from '../ports/provisioning.ts';
import type { CallerContext } from './caller-context.ts';
import type { Action, FormHandler } from './interaction.ts';
import type { Permission } from './permission.ts';
import type { Reply } from './reply.ts';

/** One verb. Its file exports one value of this type and never sees an HTTP request. */
export interface Command<Words extends z.ZodType = z.ZodType> {
  verb: string;
  permission: Permission;
  /** The words after the trigger, for `help`; the same in every language. */
  usage: string;
  /** Without the trigger; shown by `help <verb>`. */
  examples: readonly string[];
  /** The verb's own words; `help` shows these of them. */
  texts: Readonly<Record<Locale, CommandHelp>>;
  /** Turns the words after the verb into what `run` works with; throws UserError or fails the schema otherwise. */
  words: Words;
  run(context: CommandContext, words: z.output<Words>): Promise<Reply>;
  /** What the verb's buttons do, by the name in their tickets. */
  actions?: Readonly<Record<string, Action>>;
  /** What the cards show that these buttons stand on. */
  cardOf?: CardSubject;
  /** What becomes of the verb's forms, by the name in their tickets. */
  forms?: Readonly<Record<string, FormHandler>>;
}

export interface CommandHelp {
  /** One line. */
  summary: string;
  /** More for `help <verb>`, in Markdown. */
  details?: string | undefined;
}

export interface CommandContext extends CallerContext {
  registry: Registry;
  replyTo: ReplyTo;
  /** Everything after the verb, line breaks included. */
  text: string;
  /** When the reply has to be on its way, by `clock`. */
  deadline: number;
  /** Resolves after the next attempt of a delivery, or at the given time, whichever is first. */
  attempted(dedupeKey: string, until: number): Promise<void>;
  /** Shows a form to the caller. @returns false where the platform has no dialogs, or it came too late for one. */
  openForm(form: Form): Promise<boolean>;
}

export interface Registry {
  commands: readonly Command[];
  find(verb: string): Command | undefined;
  /** The verb that a mistyped word is most likely meant to be. */
  nearest(word: string): string | undefined;
}

/** Keeps `run` and `words` of one command in step without spelling the type out. */
export function defineCommand<Words extends z.ZodType>(command: Command<Words>): Command<Words> {
  return command;
}
