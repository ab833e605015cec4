import type { Invitation } from '../ports/invitation-store.ts';
import type { Dependencies } from './dependencies.ts';
import { confirmMs } from './invitation-card.ts';
import { oweCard } from './owe-card.ts';

/** A card asks whether to take the invitation back. Nobody may answer: it then shows its buttons again. */
export async function oweCardAfterQuestion(
  { store, clock }: Pick<Dependencies, 'store' | 'clock'>,
  invitation: Invitation,
): Promise<void> {
  await store.transaction((queries) => oweCard(queries, invitation, clock.now() + confirmMs));
}
