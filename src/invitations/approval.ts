import { UserError } from '../errors.ts';
import { dayMs } from '../ports/clock.ts';
import type { Invitation } from '../ports/invitation-store.ts';
import type { StoreQueries } from '../ports/store.ts';
import { requestsTexts } from '../texts/commands/requests.ts';
import { deliveryKeys } from './delivery-keys.ts';
import { oweInviterMessage } from './owe-inviter-message.ts';
import type { Dependencies } from './dependencies.ts';

/** So long a request waits for an answer. */
export const requestMs = 14 * dayMs;

type ApprovalDependencies = Pick<Dependencies, 'store' | 'clock' | 'settings'>;

/** A request was written: its card is owed to the approval channel, and its end when nobody answers. */
export async function oweApproval(
  { deliveries }: Pick<StoreQueries, 'deliveries'>,
  { teamId, id }: Pick<Invitation, 'teamId' | 'id'>,
  at: number,
): Promise<void> {
  await oweApprovalCard({ deliveries }, { teamId, id, state: 'awaiting_approval' }, at);
  await deliveries.enqueue({
    teamId,
    kind: 'request_end',
    target: id,
    payload: {},
    invitationId: id,
    dedupeKey: deliveryKeys.requestEnd(id),
    runAt: at + requestMs,
  });
}

/** The card in the approval channel is to show how the request stands. */
async function oweApprovalCard(
  { deliveries }: Pick<StoreQueries, 'deliveries'>,
  { teamId, id, state }: Pick<Invitation, 'teamId' | 'id' | 'state'>,
  at: number,
): Promise<void> {
  await deliveries.enqueue({
    teamId,
    kind: 'approval_card',
    target: id,
    payload: {},
    invitationId: id,
    dedupeKey: deliveryKeys.approvalCard(id, state),
    runAt: at,
  });
}

/**
 * An administrator grants a request: from here on it is an invitation like any other.
 * @throws UserError when it is one's own, or was answered already.
 */
export async function approveRequest(
  { store, clock, settings }: ApprovalDependencies,
  invitation: Invitation,
  by: { id: string },
): Promise<Invitation> {
  refuseOwn(invitation, by);
  const { teamId, id, email } = invitation;
  const approved = await store.transaction(async (queries) => {
    const at = clock.now();
    const changes = { approvedBy: by.id };
    const granted = await queries.invitations.transition(teamId, id, ['awaiting_approval'], 'requested', changes);
    if (!granted) return undefined;
    await queries.invitations.addEvent({ teamId, invitationId: id, kind: 'approved', at, actor: by.id });
    await oweApprovalCard(queries, granted, at);
    await queries.deliveries.settle(teamId, deliveryKeys.requestEnd(id), 'answered', at);
    await oweOtherAskers(queries, granted, 'approved', at);
    await queries.deliveries.enqueue({
      teamId,
      kind: 'provision',
      target: email,
      payload: { channelId: '', trigger: settings.trigger, isDetached: true },
      invitationId: id,
      dedupeKey: deliveryKeys.provision(id),
      runAt: at,
    });
    return granted;
  });
  if (!approved) throw new UserError((locale) => requestsTexts[locale].isAnswered);
  return approved;
}

/**
 * A request is turned down, by an administrator or because nobody answered.
 * @param by undefined: time is up.
 * @throws UserError when it is one's own, or was answered already.
 */
export async function denyRequest(
  { store, clock }: Pick<ApprovalDependencies, 'store' | 'clock'>,
  invitation: Invitation,
  by: { id: string } | undefined,
  reason: string,
): Promise<Invitation> {
  if (by) refuseOwn(invitation, by);
  const { teamId, id } = invitation;
  const denied = await store.transaction(async (queries) => {
    const at = clock.now();
    const changes = { approvedBy: undefined, failureDetail: reason === '' ? undefined : reason };
    const ended = await queries.invitations.transition(teamId, id, ['awaiting_approval'], 'denied', changes);
    if (!ended) return undefined;
    const event = { teamId, invitationId: id, kind: 'denied', at, actor: by?.id ?? 'requests' } as const;
    await queries.invitations.addEvent({ ...event, detail: changes.failureDetail });
    await oweApprovalCard(queries, ended, at);
    await queries.deliveries.settle(teamId, deliveryKeys.requestEnd(id), 'answered', at);
    await oweOtherAskers(queries, ended, 'denied', at);
    await oweInviterMessage(queries, ended, 'denied', at);
    return ended;
  });
  if (!denied) throw new UserError((locale) => requestsTexts[locale].isAnswered);
  return denied;
}

/** Everybody on record was promised the answer; the inviter gets it otherwise. */
async function oweOtherAskers(
  { invitations, deliveries }: Pick<StoreQueries, 'invitations' | 'deliveries'>,
  { teamId, id, inviterId }: Invitation,
  message: 'approved' | 'denied',
  at: number,
): Promise<void> {
  const events = await invitations.events(teamId, id);
  const askers = new Set(events.filter(({ kind }) => kind === 'approval_requested').map(({ actor }) => actor));
  for (const readerId of askers.difference(new Set([inviterId]))) {
    await deliveries.enqueue({
      teamId,
      kind: 'inviter_message',
      target: readerId,
      payload: { message, readerId },
      invitationId: id,
      dedupeKey: deliveryKeys.inviterMessage(id, message, readerId),
      runAt: at,
    });
  }
}

function refuseOwn({ inviterId }: Invitation, by: { id: string }): void {
  if (inviterId === by.id) throw new UserError((locale) => requestsTexts[locale].isYourOwn);
}
