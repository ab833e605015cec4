import type { Card } from '../ports/card.ts';
import type { Locale } from '../ports/provisioning.ts';
import type { CallerContext } from './caller-context.ts';

/** Where a button was pressed or a form was sent from. */
export interface Place {
  channelId: string;
  /** Of the card whose button was pressed. */
  postId: string | undefined;
  /** What a form can be opened with, for a few seconds. */
  triggerId: string | undefined;
}

/** What a pressed button does. Its ticket was checked and used up, and the caller may use the verb. */
export interface Action {
  /** @throws UserError, which is shown to the caller alone; the button can then be pressed again. */
  run(context: CallerContext, subject: string, place: Place): Promise<ActionAnswer>;
}

export interface ActionAnswer {
  /** What the card becomes. Every answered card changes, so that nobody presses it twice. */
  card?: Card;
  /** Told to whoever pressed, alone. */
  text?: string;
}

/** What becomes of a form. Its ticket was checked and used up, and the caller may use the verb. */
export interface FormHandler {
  /** @throws UserError, which is shown above the fields; the form stays open. */
  submit(context: CallerContext, values: FormValues, subject: string, place: Place): Promise<FormAnswer>;
}

/** By field name, as people filled them in; nothing about them has been checked. */
export type FormValues = Readonly<Record<string, string | boolean | undefined>>;

export type FormAnswer =
  /** The form closes; the text is told to the caller alone. */
  | { text?: string }
  /** The form stays open and shows these at its fields. */
  | { errors: Readonly<Record<string, (locale: Locale) => string>> };
