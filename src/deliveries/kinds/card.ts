import { isOutOfReach } from '../../errors.ts';
import type { Dependencies } from '../../invitations/dependencies.ts';
import { invitationCard } from '../../invitations/invitation-card.ts';
import { oweCard } from '../../invitations/owe-card.ts';
import { responsibleOf } from '../../invitations/responsible.ts';
import type { Card } from '../../ports/card.ts';
import type { Delivery } from '../../ports/delivery-store.ts';
import type { Invitation } from '../../ports/invitation-store.ts';
import { localeOf } from '../../texts/locale.ts';
import type { JobKind, JobResult } from '../job-kind.ts';
import { postKeptCard } from '../post-kept-card.ts';
import { requireInvitation } from '../require-invitation.ts';
import { patientRetry } from '../retry-rule.ts';

/** The invitation's card in its inviter's direct messages: posted once, then edited as the invitation goes on. */
export function cardJob(deps: Dependencies): JobKind<'card'> {
  return {
    retry: patientRetry,
    async run(delivery) {
      const invitation = await requireInvitation(deps.store, delivery);
      const card = await draw(deps, invitation);
      const { cardPostId } = invitation;
      if (cardPostId !== undefined && (await isUpdated(deps, cardPostId, card))) return { result: 'updated' };
      // A card that ended before it was ever shown has nothing to offer.
      if (card.buttons.length === 0 && delivery.message === undefined) return { result: 'nothing to show' };
      return post(deps, delivery, invitation, card);
    },
  };
}

async function draw(deps: Dependencies, invitation: Invitation): Promise<Card> {
  const userId = responsibleOf(invitation);
  const inviter = await deps.chat.user(userId);
  const reader = {
    userId,
    locale: localeOf(inviter?.locale, deps.settings.defaultLocale),
    timeZone: inviter?.timeZone,
  };
  const isBeingRevoked =
    invitation.state === 'pending' &&
    (await deps.store.deliveries.unfinished(invitation.teamId, invitation.id, 'revoke')) > 0;
  return invitationCard(deps, invitation, reader, isBeingRevoked);
}

/** False when the post can't be changed any more: deleted, or too old to edit. */
async function isUpdated({ chat }: Dependencies, postId: string, card: Card): Promise<boolean> {
  try {
    await chat.updateCard(postId, card);
    return true;
  } catch (error) {
    if (isOutOfReach(error)) return false;
    throw error;
  }
}

async function post(
  deps: Dependencies,
  delivery: Delivery<'card'>,
  invitation: Invitation,
  card: Card,
): Promise<JobResult> {
  const { teamId, id } = invitation;
  const channelId = await deps.chat.directChannel(responsibleOf(invitation));
  const { postId, isStale } = await postKeptCard(deps, delivery, channelId, card);
  return {
    result: postId,
    record: async (queries) => {
      await queries.invitations.update(teamId, id, { cardPostId: postId });
      if (isStale) await oweCard(queries, invitation, deps.clock.now());
    },
  };
}
