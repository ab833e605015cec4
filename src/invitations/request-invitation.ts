import { randomUUID } from 'node:crypto';
import type { Invitation, InvitationKind, NewInvitation } from '../ports/invitation-store.ts';
import type { ReplyTo } from '../ports/delivery-store.ts';
import { deliveryKeys } from './delivery-keys.ts';
import { oweApproval } from './approval.ts';
import { checkAsks, checkInvitationLimits } from './check-limits.ts';
import type { Dependencies } from './dependencies.ts';
import { checkRole } from './policy.ts';

/** What the inviter decides; the rest of the row follows from who asks and when. */
export interface InvitationRequest extends Omit<
  NewInvitation,
  'id' | 'teamId' | 'kind' | 'inviterId' | 'inviterName' | 'requestedAt' | 'parentId' | 'importId' | 'note'
> {
  /** Without: a kSuite user. */
  kind?: InvitationKind;
  note?: string | undefined;
  /** The import that it is part of. */
  importId?: string | undefined;
  /** The inviter may only ask: an administrator has to approve. */
  needsApproval?: boolean;
  inviter: { id: string; name: string };
  replyTo: ReplyTo;
}

export type RequestResult = { kind: 'requested'; id: string } | { kind: 'already_open'; invitation: Invitation };

/**
 * Records an administrator's wish to invite somebody, and that it is owed at the provider.
 * An ended invitation of the same address becomes the parent of the new one.
 * @throws UserError for a role that can't be given here, and for more than the limits allow.
 */
export async function requestInvitation(
  { store, clock, observe, settings }: Pick<Dependencies, 'store' | 'clock' | 'observe' | 'settings'>,
  { kind = 'member', inviter, replyTo, needsApproval = false, ...request }: InvitationRequest,
): Promise<RequestResult> {
  const teamId = settings.team.id;
  checkRole(settings, { mayInvite: !needsApproval }, request.role);
  const result = await store.transaction<RequestResult>(async (queries) => {
    const now = clock.now();
    const id = randomUUID();
    const asker = { userId: inviter.id, now };
    if (needsApproval) await checkAsks(queries, teamId, asker);
    // The rows of an import were counted when it began.
    else if (!replyTo.isSilent) await checkInvitationLimits(queries, settings, asker);
    const latest = await queries.invitations.latest(teamId, request.email);
    const inserted = await queries.invitations.insert({
      ...request,
      note: request.note,
      importId: request.importId,
      kind,
      id,
      teamId,
      inviterId: inviter.id,
      inviterName: inviter.name,
      requestedAt: now,
      parentId: latest?.id,
    });
    if (!inserted) {
      const open = await queries.invitations.open(teamId, request.email);
      if (!open) throw new Error('An invitation could be neither written nor found');
      // Whoever may only ask is to learn nothing about an address: this counts, and takes the disk as long, as any other.
      const asked = { teamId, invitationId: open.id, kind: 'approval_requested', at: now, actor: inviter.id } as const;
      if (needsApproval) await queries.invitations.addEvent(asked);
      return { kind: 'already_open', invitation: open };
    }
    const event = { teamId, invitationId: id, at: now, actor: inviter.id };
    if (needsApproval) {
      await queries.invitations.transition(teamId, id, ['requested'], 'awaiting_approval');
      await queries.invitations.addEvent({ ...event, kind: 'approval_requested' });
      await oweApproval(queries, { teamId, id }, now);
      return { kind: 'requested', id };
    }
    await queries.invitations.addEvent({ ...event, kind: 'requested' });
    await queries.deliveries.enqueue({
      teamId,
      kind: 'provision',
      target: request.email,
      payload: replyTo,
      invitationId: id,
      dedupeKey: deliveryKeys.provision(id),
      runAt: now,
    });
    return { kind: 'requested', id };
  });
  if (result.kind === 'requested') observe({ happened: 'invitation', invitation: result.id });
  return result;
}
