import type { Invitation } from '../ports/invitation-store.ts';
import type { Dependencies } from './dependencies.ts';
import { oweCard } from './owe-card.ts';
import { oweNews } from './owe-import-news.ts';
import { oweInviterMessage } from './owe-inviter-message.ts';
import { dropReminder } from './owe-reminder.ts';
import { replyGraceMs } from './settle-provisioning.ts';

/** `revoked`: cancelled at the provider, by whomever, or gone from it. */
export type Ending = 'expired' | 'rejected' | 'revoked';

/**
 * An invitation has ended without acceptance: one transition, one event, one message to the inviter.
 * @param read as it was when the provider was asked: a renewal since then has made another invitation of it.
 * @returns false when it was no longer pending; an acceptance wins that race.
 */
export async function recordEnding(
  { store, clock }: Pick<Dependencies, 'store' | 'clock'>,
  read: Invitation,
  ending: Ending,
  actor = 'arrivals',
): Promise<boolean> {
  return store.transaction(async (queries) => {
    const at = clock.now();
    const invitation = await queries.invitations.conclude(read, ending);
    if (!invitation) return false;
    const { teamId, id } = invitation;
    await queries.invitations.addEvent({ teamId, invitationId: id, kind: ending, at, actor });
    await oweCard(queries, invitation, at);
    await dropReminder(queries, invitation, at);
    if (actor === 'arrivals') await oweNews(queries, invitation, ending, at);
    // Whoever ended it reads so in a reply first, which takes this message away when it is theirs.
    else await oweInviterMessage(queries, invitation, ending, at + replyGraceMs);
    return true;
  });
}
