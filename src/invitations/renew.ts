import { UserError } from '../errors.ts';
import type { ReplyTo } from '../ports/delivery-store.ts';
import type { Invitation } from '../ports/invitation-store.ts';
import { resendTexts } from '../texts/commands/resend.ts';
import { deliveryKeys } from './delivery-keys.ts';
import { checkInvitationLimits } from './check-limits.ts';
import type { Dependencies } from './dependencies.ts';
import { checkRole } from './policy.ts';
import { requestInvitation } from './request-invitation.ts';

const shortestPauseMs = 60_000;
const mostRenewals = 5;

export interface Renewal {
  id: string;
  /** How often that invitation was renewed, this time included. */
  renewals: number;
}

/**
 * Records the wish for a fresh link. One that is pending is renewed: provisioning cancels the old invitation and makes a
 * new one, channels and seat included. One that has expired is followed by a new row.
 * @throws UserError when there is nothing to renew, or it was renewed a moment ago or too often.
 */
export async function renewInvitation(
  deps: Pick<Dependencies, 'store' | 'clock' | 'observe' | 'settings'>,
  invitation: Invitation,
  by: { id: string; name: string },
  replyTo: ReplyTo,
): Promise<Renewal> {
  switch (invitation.state) {
    case 'pending':
      return renewPending(deps, invitation, by, replyTo);
    case 'expired':
      return followExpired(deps, invitation, by, replyTo);
    case 'accepted':
    case 'arrived':
      throw new UserError((locale) => resendTexts[locale].hasAccepted);
    case 'revoked':
    case 'rejected':
    case 'denied':
    case 'failed':
      throw new UserError((locale) => resendTexts[locale].hasEnded);
    case 'awaiting_approval':
      throw new UserError((locale) => resendTexts[locale].isRequest);
    case 'requested':
    case 'provisioning':
    case 'unknown':
      throw new UserError((locale) => resendTexts[locale].isUnderWay);
  }
}

async function renewPending(
  { store, clock, settings }: Pick<Dependencies, 'store' | 'clock' | 'settings'>,
  { teamId, id, email, role, renewals, renewedAt, requestedAt }: Invitation,
  by: { id: string },
  replyTo: ReplyTo,
): Promise<Renewal> {
  checkRole(settings, { mayInvite: true }, role);
  const at = clock.now();
  const waitMs = (renewedAt ?? requestedAt) + shortestPauseMs - at;
  if (waitMs > 0) throw new UserError((locale) => resendTexts[locale].tooSoon(Math.ceil(waitMs / 1_000)));
  if (renewals >= mostRenewals) throw new UserError((locale) => resendTexts[locale].tooOften(mostRenewals));

  const next = renewals + 1;
  const isRenewing = await store.transaction(async (queries) => {
    await checkInvitationLimits(queries, settings, { userId: by.id, now: at });
    if ((await queries.deliveries.unfinished(teamId, id, 'revoke')) > 0) {
      throw new UserError((locale) => resendTexts[locale].isBeingRevoked);
    }
    // Out of `pending`, so that no poll takes the cancellation of the old invitation for the end of this one.
    const changes = { providerStep: 'renewing', renewals: next, renewedAt: at } as const;
    if (!(await queries.invitations.transition(teamId, id, ['pending'], 'requested', changes))) return false;
    await queries.invitations.addEvent({ teamId, invitationId: id, kind: 'renewal_requested', at, actor: by.id });
    await queries.deliveries.enqueue({
      teamId,
      kind: 'provision',
      target: email,
      payload: { ...replyTo, askedBy: by.id },
      invitationId: id,
      dedupeKey: deliveryKeys.provision(id, next),
      runAt: at,
    });
    return true;
  });
  if (!isRenewing) throw new UserError((locale) => resendTexts[locale].isUnderWay);
  return { id, renewals: next };
}

async function followExpired(
  deps: Pick<Dependencies, 'store' | 'clock' | 'observe' | 'settings'>,
  invitation: Invitation,
  inviter: { id: string; name: string },
  replyTo: ReplyTo,
): Promise<Renewal> {
  const { kind, email, firstName, lastName, role, strict, locale, channels, workTeams, note } = invitation;
  const again = { kind, email, firstName, lastName, role, strict, locale, channels, workTeams, note };
  const result = await requestInvitation(deps, { ...again, inviter, replyTo });
  if (result.kind === 'already_open') throw new UserError((reader) => resendTexts[reader].isUnderWay);
  return { id: result.id, renewals: 0 };
}
