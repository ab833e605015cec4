import { approvalCard } from '../../invitations/approval-card.ts';
import { asMember } from '../../invitations/as-member.ts';
import { nameOf } from '../../invitations/caller.ts';
import type { Dependencies } from '../../invitations/dependencies.ts';
import type { JobKind } from '../job-kind.ts';
import { postKeptCard } from '../post-kept-card.ts';
import { requireChannel } from '../require-channel.ts';
import { requireInvitation } from '../require-invitation.ts';
import { patientRetry } from '../retry-rule.ts';
import { tellOfUnseenRequest } from '../tell-of-unseen-request.ts';

/** The card of a request in the approval channel: posted once, then edited when it was answered. */
export function approvalCardJob(deps: Dependencies): JobKind<'approval_card'> {
  const { chat, store, settings } = deps;
  return {
    retry: patientRetry,
    async run(delivery) {
      const invitation = await requireInvitation(store, delivery);
      const { teamId, id, approvalPostId } = invitation;
      const card = approvalCard(deps, invitation, await decider(deps, teamId, id));
      if (approvalPostId !== undefined) {
        await chat.updateCard(approvalPostId, card);
        return { result: 'updated' };
      }
      const name = settings.approvalChannel ?? '';
      const channel = await requireChannel(chat, settings.team.id, name, 'find the approval channel');
      // Should it be stale, its answer owes the next drawing.
      const { postId } = await asMember(chat, channel.id, settings.botUserId, () =>
        postKeptCard(deps, delivery, channel.id, card),
      );
      return {
        result: postId,
        record: ({ invitations }) => invitations.update(teamId, id, { approvalPostId: postId }),
      };
    },
    onDead: (delivery, reason) => tellOfUnseenRequest(deps, delivery, reason),
  };
}

/** Whoever approved or denied, by name; nobody when time was up. */
async function decider({ chat, store }: Dependencies, teamId: string, id: string): Promise<string | undefined> {
  const events = await store.invitations.events(teamId, id);
  const decision = events.findLast(({ kind }) => kind === 'approved' || kind === 'denied');
  const user = decision && (await chat.user(decision.actor));
  return user && nameOf(user);
}
