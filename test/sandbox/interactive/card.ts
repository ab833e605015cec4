import type { Action, Attachment } from '../../../sandbox/kchat/actions/attachment.ts';

/** The fields of a post with a card that the tests read. */
export interface Card {
  id: string;
  message: string;
  props: Record<string, unknown>;
  metadata: unknown;
}

/** A card with a linked button, a menu without an id, and a button that leads nowhere. */
export const card = (url: string) => ({
  text: '**Jane Doe** is invited',
  color: '#1769d2',
  actions: [
    {
      id: 'revoke',
      name: 'Revoke',
      type: 'button',
      style: 'danger',
      integration: { url: `${url}/press`, context: { invitation: 7 } },
    },
    { name: 'Who', type: 'select', data_source: 'users', integration: { url: `${url}/choose` } },
    { name: 'Unlinked' },
  ],
});

export function actionsIn(props: Record<string, unknown> | undefined): Action[] {
  return ((props?.attachments ?? []) as Attachment[]).flatMap((attachment) => attachment.actions ?? []);
}
