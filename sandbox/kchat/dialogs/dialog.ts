import { z } from 'zod';

const words = z.string().default('');

const element = z.strictObject({
  display_name: words,
  name: words,
  type: words,
  subtype: words,
  default: words,
  placeholder: words,
  help_text: words,
  optional: z.boolean().default(false),
  min_length: z.int().default(0),
  max_length: z.int().default(0),
  data_source: words,
  options: z
    .array(z.strictObject({ text: z.string(), value: z.string() }))
    .nullable()
    .default(null),
});

/** A form. Mattermost, observed: everything may be left out and is then empty. */
export const dialogSchema = z.strictObject({
  callback_id: words,
  title: words,
  introduction_text: words,
  icon_url: words,
  elements: z.array(element).nullable().default(null),
  submit_label: words,
  notify_on_cancel: z.boolean().default(false),
  state: words,
});

export type Dialog = z.output<typeof dialogSchema>;
export type DialogElement = z.output<typeof element>;

/** A dialog on its way to a person's screen, as the `open_dialog` event has it. */
export interface OpenDialog {
  /** The client's part of the trigger. */
  trigger_id: string;
  /** Where the client's submission is to go. */
  url: string;
  dialog: Dialog;
}
