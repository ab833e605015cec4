import type { Invitation, InvitationEvent } from '../ports/invitation-store.ts';
import type { Locale } from '../ports/provisioning.ts';
import { revokeTexts } from '../texts/commands/revoke.ts';
import { guestTexts } from '../texts/guests.ts';
import { plain } from '../texts/plain.ts';
import { textsFor } from '../texts/texts-for.ts';
import { nameOf } from './caller.ts';
import type { Dependencies } from './dependencies.ts';
import { describePerson } from './describe.ts';

/**
 * What the inviter reads: who took the invitation back and why, or that it was cancelled elsewhere.
 * @param command invites again.
 * @throws RemoteRefusal, RemoteSilence when kChat does not answer.
 */
export async function tellOfRevocation(
  { store, chat }: Pick<Dependencies, 'store' | 'chat'>,
  invitation: Invitation,
  { locale, command }: { locale: Locale; command: string },
): Promise<string> {
  const isGuest = invitation.kind === 'guest';
  const texts = textsFor(locale);
  const person = describePerson(invitation);
  const wish = revocationOf(await store.invitations.events(invitation.teamId, invitation.id));
  if (wish?.actor === invitation.inviterId) return (isGuest ? guestTexts : revokeTexts)[locale].revoked(person);
  const user = wish && (await chat.user(wish.actor));
  if (!user) return (isGuest ? guestTexts[locale].isGone : texts.revoked)(person, { command });
  const reason = wish.detail === undefined ? undefined : plain(wish.detail);
  return texts.revokedBy(person, { by: plain(nameOf(user)), reason, command });
}

/** Undefined when it ended elsewhere, where somebody may have been quicker. */
function revocationOf(events: readonly InvitationEvent[]): InvitationEvent | undefined {
  const wish = events.findLast(({ kind }) => kind === 'revocation_requested');
  const end = events.findLast(({ kind }) => kind === 'revoked');
  return wish?.actor === end?.actor ? wish : undefined;
}
