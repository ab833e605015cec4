import type { Invitation } from '../ports/invitation-store.ts';
import type { Dependencies } from './dependencies.ts';
import { oweCard } from './owe-card.ts';
import { oweReminder } from './owe-reminder.ts';

/**
 * The provider has given an invitation another end.
 * @param read as it was when the provider was asked.
 */
export async function recordNewEnd(
  { store, clock }: Pick<Dependencies, 'store' | 'clock'>,
  read: Invitation,
  expiresAt: number | undefined,
): Promise<void> {
  await store.transaction(async (queries) => {
    const at = clock.now();
    const invitation = await queries.invitations.conclude(read, 'pending', { expiresAt });
    if (!invitation) return;
    // Those of an import have no card until somebody renews them, and are not to get one each.
    const hasCard = invitation.importId === undefined || invitation.cardPostId !== undefined;
    if (hasCard) await oweCard(queries, invitation, at);
    await oweReminder(queries, invitation, at);
  });
}
