/** A message with buttons. Its text is Markdown and safe to post. */
export interface Card {
  text: string;
  /** None: the card has been answered. */
  buttons: readonly Button[];
  /** What to type instead, said below the text where the server refuses buttons. */
  instead?: string | undefined;
}

/** A card as a mere message, for a server that refuses buttons. */
export function cardAlone({ text, instead }: Card): string {
  return [text, instead].filter(Boolean).join('\n\n');
}

export interface Button {
  label: string;
  style?: 'primary' | 'danger' | 'default';
  /** Signed (Tickets); kChat keeps it from people and brings it back when the button is pressed. */
  ticket: string;
}

/** A dialog. Limits are the platform's: title and labels 24 bytes, help 150 characters, a text area 3,000. */
export interface Form {
  title: string;
  introduction?: string | undefined;
  submitLabel: string;
  /** Signed (Tickets); comes back with the answers, through the person's own client. */
  ticket: string;
  fields: readonly FormField[];
}

export type FormField = {
  name: string;
  label: string;
  help?: string | undefined;
  placeholder?: string | undefined;
  isOptional?: boolean | undefined;
} & (
  | { type: 'text' | 'email'; initial?: string | undefined; maxLength?: number | undefined }
  | { type: 'textarea'; initial?: string | undefined; maxLength?: number | undefined }
  | { type: 'checkbox'; initial?: boolean | undefined }
  | { type: 'select'; initial?: string | undefined; options: readonly { label: string; value: string }[] }
);
