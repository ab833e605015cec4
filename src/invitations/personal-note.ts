import type { Invitation } from '../ports/invitation-store.ts';
import { plain } from '../texts/plain.ts';

/** The inviter's own words below a message, quoted, so that nobody takes them for the bot's. */
export function withNote(message: string, invitation: Pick<Invitation, 'note' | 'inviterName'> | undefined): string {
  if (invitation?.note === undefined) return message;
  const { note, inviterName } = invitation;
  return `${message}\n\n> ${plain(note, 500)}${inviterName && `\n> — ${plain(inviterName, 60)}`}`;
}
