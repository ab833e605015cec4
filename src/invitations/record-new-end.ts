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
    await oweCard(queries, invitation, at);
    await oweReminder(queries, invitation, at);
  });
}
