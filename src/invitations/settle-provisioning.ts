import type { ReplyTo } from '../ports/delivery-store.ts';
import type { Invitation } from '../ports/invitation-store.ts';
import { remark } from '../ports/remark.ts';
import type { StoreQueries } from '../ports/store.ts';
import type { Refused } from './classify-refusal.ts';
import { deliveryKeys } from './delivery-keys.ts';
import type { Dependencies } from './dependencies.ts';
import { oweCard } from './owe-card.ts';
import { oweReminder } from './owe-reminder.ts';

type SettleDependencies = Pick<Dependencies, 'store' | 'clock'>;

/**
 * How long the command's own reply may still carry the result. Until then the outcome is not sent separately; a reply
 * that carries it takes the delivery away.
 */
export const replyGraceMs = 3_000;

/** The provider holds the invitation with its seat: from now on the poll follows it. */
export async function settlePending(
  { store, clock }: SettleDependencies,
  teamId: string,
  id: string,
  replyTo: ReplyTo,
) {
  await store.transaction(async (queries) => {
    const at = clock.now();
    const invitation = await queries.invitations.transition(teamId, id, ['provisioning', 'unknown'], 'pending', {
      failure: undefined,
      failureDetail: undefined,
    });
    if (!invitation) return;
    if (invitation.kind === 'member') {
      const event = { teamId, invitationId: id, kind: 'seat_granted', at, actor: 'provisioning' } as const;
      await queries.invitations.addEvent(event);
    }
    if (!replyTo.isSilent) await oweCard(queries, invitation, at);
    await oweReminder(queries, invitation, at);
    await oweOutcome(queries, invitation, replyTo);
  });
}

/** Provisioning has ended without an invitation; nothing of ours is left at the provider. */
export async function settleFailed(
  { store, clock }: SettleDependencies,
  teamId: string,
  id: string,
  { reason, detail }: Refused,
  replyTo: ReplyTo,
) {
  await store.transaction(async (queries) => {
    const invitation = await queries.invitations.transition(teamId, id, ['provisioning', 'unknown'], 'failed', {
      failure: reason,
      failureDetail: detail,
    });
    if (!invitation) return;
    const event = { teamId, invitationId: id, at: clock.now(), actor: 'provisioning' };
    await queries.invitations.addEvent({ ...event, kind: 'failed', detail: reason });
    await oweCard(queries, invitation, event.at);
    await oweOutcome(queries, invitation, replyTo);
  });
}

/** During a renewal the old invitation turned out to be accepted: there is nothing to renew. */
export async function settleAccepted(
  { store, clock, observe }: SettleDependencies & Pick<Dependencies, 'observe'>,
  { teamId, id }: Pick<Invitation, 'teamId' | 'id'>,
  providerUserId: number | undefined,
  replyTo: ReplyTo,
) {
  const at = clock.now();
  const accepted = await store.transaction(async (queries) => {
    const changes = { acceptedAt: at, providerUserId, providerStep: 'created' } as const;
    const invitation = await queries.invitations.transition(teamId, id, ['provisioning'], 'accepted', changes);
    if (!invitation) return undefined;
    await queries.invitations.addEvent({ teamId, invitationId: id, kind: 'accepted', at, actor: 'provisioning' });
    await oweCard(queries, invitation, at);
    await oweOutcome(queries, invitation, replyTo);
    return invitation;
  });
  if (accepted) observe({ happened: 'acceptance', invitation: id, afterMs: at - accepted.requestedAt });
}

/** A renewal was given up before the old invitation could be cancelled: that one goes on. */
export async function settleUnrenewed(
  { store, clock }: SettleDependencies,
  { teamId, id }: Pick<Invitation, 'teamId' | 'id'>,
  replyTo: ReplyTo,
) {
  await store.transaction(async (queries) => {
    const changes = { providerStep: 'created', failure: 'provider_unreachable' } as const;
    const invitation = await queries.invitations.transition(teamId, id, ['provisioning'], 'pending', changes);
    if (!invitation) return;
    const event = { teamId, invitationId: id, at: clock.now(), actor: 'provisioning' };
    await queries.invitations.addEvent({ ...event, kind: 'delivery_failed', detail: remark('doing_renewal') });
    await oweCard(queries, invitation, event.at);
    await oweOutcome(queries, invitation, replyTo);
  });
}

async function oweOutcome(queries: StoreQueries, invitation: Invitation, replyTo: ReplyTo): Promise<void> {
  if (replyTo.isSilent) return;
  await queries.deliveries.enqueue({
    teamId: invitation.teamId,
    kind: 'outcome',
    target: invitation.inviterId,
    payload: replyTo,
    invitationId: invitation.id,
    dedupeKey: deliveryKeys.outcome(invitation.id, invitation.renewals),
    runAt: (invitation.renewedAt ?? invitation.requestedAt) + (replyTo.isDetached ? 0 : replyGraceMs),
  });
}
