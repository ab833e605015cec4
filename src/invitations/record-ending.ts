import type { Invitation } from '../ports/invitation-store.ts';
import { deliveryKeys } from './delivery-keys.ts';
import type { Dependencies } from './dependencies.ts';
import { oweCard } from './owe-card.ts';
import { dropReminder } from './owe-reminder.ts';
import { replyGraceMs } from './settle-provisioning.ts';

/** `revoked`: cancelled at the provider, by whomever, or gone from it. */
export type Ending = 'expired' | 'rejected' | 'revoked';

/**
 * An invitation has ended without acceptance: one transition, one event, one message to the inviter.
 * @returns false when it was no longer pending; an acceptance wins that race.
 */
export async function recordEnding(
  { store, clock }: Pick<Dependencies, 'store' | 'clock'>,
  { teamId, id }: Invitation,
  ending: Ending,
  actor = 'arrivals',
): Promise<boolean> {
  return store.transaction(async (queries) => {
    const at = clock.now();
    const invitation = await queries.invitations.transition(teamId, id, ['pending'], ending);
    if (!invitation) return false;
    await queries.invitations.addEvent({ teamId, invitationId: id, kind: ending, at, actor });
    await oweCard(queries, invitation, at);
    await dropReminder(queries, invitation, at);
    await queries.deliveries.enqueue({
      teamId,
      kind: 'inviter_message',
      target: invitation.inviterId,
      payload: { message: ending },
      invitationId: id,
      dedupeKey: deliveryKeys.inviterMessage(id, ending),
      // Whoever ended it reads so in a reply first, which takes this message away when it is theirs.
      runAt: actor === 'arrivals' ? at : at + replyGraceMs,
    });
    return true;
  });
}
