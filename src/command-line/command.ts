import type { z } from 'zod';
import type { Caller } from '../invitations/caller.ts';
import type { Dependencies } from '../invitations/dependencies.ts';
import type { ReplyTo } from '../ports/delivery-store.ts';
import type { Reply } from './reply.ts';

/** Who may use a verb. There is no default: a verb without one does not compile. */
export type Permission = 'administrator' | 'everyone';

/** One verb. Its file exports one value of this type and never sees an HTTP request. */
export interface Command<Words extends z.ZodType = z.ZodType> {
  verb: string;
  permission: Permission;
  /** One line for `help`. */
  summary: string;
  /** The words after the trigger, for `help`. */
  usage: string;
  /** Without the trigger; shown by `help <verb>`. */
  examples: readonly string[];
  /** More for `help <verb>`, in Markdown. */
  details?: string;
  /** Turns the words after the verb into what `run` works with; throws UserError or fails the schema otherwise. */
  words: Words;
  run(context: CommandContext, words: z.output<Words>): Promise<Reply>;
}

export interface CommandContext extends Dependencies {
  caller: Caller;
  replyTo: ReplyTo;
  /** When the reply has to be on its way, by `clock`. */
  deadline: number;
  /** Resolves after the next attempt of a delivery, or at the given time, whichever is first. */
  attempted(dedupeKey: string, until: number): Promise<void>;
  registry: Registry;
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
