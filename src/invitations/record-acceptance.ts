import type { Invitation } from '../ports/invitation-store.ts';
import type { Dependencies } from './dependencies.ts';
import { oweCard } from './owe-card.ts';
import { oweInviterMessage } from './owe-inviter-message.ts';
import { dropReminder } from './owe-reminder.ts';

type AcceptanceDependencies = Pick<Dependencies, 'store' | 'clock' | 'observe'>;

/**
 * The provider says that the invitee has accepted. Arrival in kChat is a second fact, recorded on its own.
 * @param read as it was when the provider was asked.
 */
export async function recordAcceptance(
  { store, clock, observe }: AcceptanceDependencies,
  read: Invitation,
  providerUserId: number | undefined,
): Promise<Invitation | undefined> {
  const at = clock.now();
  const accepted = await store.transaction(async (queries) => {
    const invitation = await queries.invitations.conclude(read, 'accepted', { acceptedAt: at, providerUserId });
    if (invitation) {
      const { teamId, id } = invitation;
      await queries.invitations.addEvent({ teamId, invitationId: id, kind: 'accepted', at, actor: 'arrivals' });
      await oweCard(queries, invitation, at);
      await dropReminder(queries, invitation, at);
    }
    return invitation;
  });
  if (accepted) observe({ happened: 'acceptance', invitation: accepted.id, afterMs: at - accepted.requestedAt });
  return accepted;
}

/**
 * Somebody has arrived by an invitation that had ended here before. Nobody is welcomed; an administrator decides.
 */
export async function recordLateAcceptance(
  { store, clock, observe }: AcceptanceDependencies,
  invitation: Invitation,
  chatUserId: string,
): Promise<void> {
  const { teamId, id } = invitation;
  const isNew = await store.transaction(async (queries) => {
    const at = clock.now();
    if (!(await queries.people.add({ teamId, userId: chatUserId, firstSeenAt: at }))) return false;
    await queries.invitations.update(teamId, id, { acceptedAt: at, chatUserId });
    await queries.invitations.addEvent({ teamId, invitationId: id, kind: 'accepted_late', at, actor: 'arrivals' });
    await oweInviterMessage(queries, invitation, 'accepted_late', at);
    return true;
  });
  if (isNew) observe({ happened: 'arrival', as: 'accepted_late', invitation: id });
}
