import type { Invitation } from '../ports/invitation-store.ts';
import { code, plain } from '../texts/plain.ts';
import { describePerson } from './describe.ts';

/** The address has an open invitation already: what became of it, instead of a second one. */
export function describeOpen(invitation: Invitation, trigger: string, time: (at: number) => string): string {
  const until = invitation.expiresAt === undefined ? '' : `, valid until ${time(invitation.expiresAt)}`;
  const standing = {
    pending: `is waiting for them to accept${until}`,
    accepted: 'was accepted; they have not been seen in kChat yet',
  } as const;
  const text =
    invitation.state in standing ? standing[invitation.state as keyof typeof standing] : 'is still being made';
  return [
    `ℹ️ ${describePerson(invitation)} is invited already: by ${plain(invitation.inviterName)} on ${time(invitation.requestedAt)}. That invitation ${text}. Nothing new was sent.`,
    `To look: ${code(`/${trigger} status ${invitation.email}`)}`,
  ].join('\n\n');
}
