import type { Button, Card } from '../ports/card.ts';

/** A card as kChat and Mattermost write it: a post whose one attachment holds the buttons. */
export interface CardDocument {
  message: string;
  props: { attachments: object[] };
}

/**
 * The text is the post's own, so that it can be found again and stands alone where attachments are refused.
 * @param actionUrl where pressed buttons are sent; clients never see it, nor the ticket (Mattermost: `integration`).
 */
export function cardDocument({ text, buttons }: Card, actionUrl: string): CardDocument {
  const actions = buttons.map((button, index) => action(button, index, actionUrl));
  return { message: text, props: { attachments: actions.length === 0 ? [] : [{ fallback: '', actions }] } };
}

function action({ label, style = 'default', ticket }: Button, index: number, url: string): object {
  // Mattermost takes letters and digits only as an id.
  return { id: `button${index}`, name: label, type: 'button', style, integration: { url, context: { ticket } } };
}
