import type { Invitation } from '../ports/invitation-store.ts';
import type { Dependencies } from './dependencies.ts';
import { oweCard } from './owe-card.ts';
import { oweReminder } from './owe-reminder.ts';

/** The provider has given an invitation another end. */
export async function recordNewEnd(
  { store, clock }: Pick<Dependencies, 'store' | 'clock'>,
  invitation: Invitation,
  expiresAt: number | undefined,
): Promise<void> {
  await store.transaction(async (queries) => {
    const at = clock.now();
    await queries.invitations.update(invitation.teamId, invitation.id, { expiresAt });
    await oweCard(queries, invitation, at);
    await oweReminder(queries, { ...invitation, expiresAt }, at);
  });
}
