import { mayHaveHappened, RemoteRefusal } from '../errors.ts';
import type { Invitation } from '../ports/invitation-store.ts';
import type { ReplyTo } from '../ports/delivery-store.ts';
import type { ProviderInvitation } from '../ports/provisioning.ts';
import { remark } from '../ports/remark.ts';
import { classifyRefusal, type Refused } from './classify-refusal.ts';
import type { Dependencies } from './dependencies.ts';
import { endOldInvitation } from './end-old-invitation.ts';
import { inviteGuest } from './invite-guest.ts';
import { leftBehind } from './left-behind.ts';
import { recordCreated, recordFound, recordUnconfirmed, setStep, waitForUnconfirmed } from './provisioning-steps.ts';
import { resolveWorkTeams } from './resolve-work-teams.ts';
import { settleFailed, settlePending } from './settle-provisioning.ts';
import { takeBack, tooLateForSeat } from './take-back.ts';

type ProvisionDependencies = Pick<Dependencies, 'store' | 'clock' | 'observe' | 'provisioning' | 'chat' | 'settings'>;

/**
 * Makes an invitation true at the provider: look up, create, grant the kSuite seat; take back what was created when
 * no seat is left. A guest's is made true in kChat. May be called again after any failure or crash: it resumes from what is recorded.
 *
 * @throws RemoteRefusal, RemoteSilence for what is worth another attempt; final refusals settle the invitation.
 * @throws TryLater when it is too early to tell.
 */
export async function provision(
  deps: ProvisionDependencies,
  teamId: string,
  id: string,
  replyTo: ReplyTo,
): Promise<void> {
  const { store } = deps;
  const claimed =
    (await store.invitations.transition(teamId, id, ['requested'], 'provisioning')) ??
    (await store.invitations.byId(teamId, id));
  if (!claimed || (claimed.state !== 'provisioning' && claimed.state !== 'unknown')) return;
  const before = claimed.providerStep === 'renewing' ? await endOldInvitation(deps, claimed, replyTo) : claimed;
  if (!before) return;

  const invite = before.kind === 'guest' ? inviteGuest : advance;
  const refused = before.providerStep === 'undoing' ? recordedRefusal(before) : await invite(deps, before);
  if (refused) {
    const truth = await takeBack(deps, teamId, id, refused);
    await settleFailed(deps, teamId, id, await withDoubt(deps, teamId, id, truth), replyTo);
  } else {
    await settlePending(deps, teamId, id, replyTo);
  }
}

/** The way forward; returns why it ended when the provider finally refused. */
async function advance(deps: ProvisionDependencies, invitation: Invitation): Promise<Refused | undefined> {
  try {
    const atProvider = (await findExisting(deps, invitation)) ?? (await create(deps, invitation));
    if ('reason' in atProvider) return atProvider;
    if (atProvider.hasKsuite) return undefined;
    if (atProvider.status !== 'pending') return tooLateForSeat(atProvider);
    await deps.provisioning.grantKsuite(atProvider.id);
    return undefined;
  } catch (error) {
    const refused = error instanceof RemoteRefusal ? classifyRefusal(error) : undefined;
    if (refused) return refused;
    throw error;
  }
}

/** What the provider holds for this address already: an earlier attempt of ours, or somebody else's invitation. */
async function findExisting(
  deps: ProvisionDependencies,
  invitation: Invitation,
): Promise<ProviderInvitation | Refused | undefined> {
  const { provisioning } = deps;
  if (invitation.providerInvitationId !== undefined) {
    const known = await provisioning.readInvitation(invitation.providerInvitationId);
    return known ?? { reason: 'provider_refused', detail: remark('removed') };
  }

  const person = await provisioning.findByEmail(invitation.email);
  if (person?.invitationId !== undefined) {
    const found = await provisioning.readInvitation(person.invitationId);
    if (found?.status === 'pending' && hasExpired(deps, found)) {
      // Infomaniak has no status for it: such an invitation stays pending, with a dead link, until it is cancelled.
      await provisioning.cancelInvitation(found.id);
    } else if (found?.status === 'pending') {
      await recordFound(deps, invitation, found);
      return found;
    }
  }
  if (person?.userId !== undefined) return { reason: 'already_member' };

  waitForUnconfirmed(deps, invitation);
  return undefined;
}

async function create(deps: ProvisionDependencies, invitation: Invitation): Promise<ProviderInvitation | Refused> {
  const workTeams = await resolveWorkTeams(deps.provisioning, invitation.workTeams);
  if ('reason' in workTeams) return workTeams;

  const { email, firstName, lastName, locale, role, strict } = invitation;
  let creating: Invitation | undefined;
  let created: ProviderInvitation;
  try {
    created = await deps.provisioning.createInvitation(
      { email, firstName, lastName, locale, role, strict, workTeamIds: workTeams.ids },
      // Not before its turn has come, which may take a minute: whoever resumes counts the time from here.
      async () => {
        creating = await setStep(deps, invitation, { providerStep: 'creating' });
      },
    );
  } catch (error) {
    if (!creating) throw error;
    if (mayHaveHappened(error)) {
      await recordUnconfirmed(deps, invitation);
      throw error;
    }
    // An earlier creation that nobody confirmed may still be there.
    const before = await setStep(deps, creating, { providerStep: invitation.providerStep });
    // Since the look-up a moment ago the address has become known: what is there now decides.
    if (isConflict(error)) return (await findExisting(deps, before)) ?? { reason: 'already_member' };
    throw error;
  }
  await recordCreated(deps, creating ?? invitation, created, 'created');
  return created;
}

function hasExpired({ clock }: Pick<ProvisionDependencies, 'clock'>, { expiresAt }: ProviderInvitation): boolean {
  return expiresAt !== undefined && expiresAt <= clock.now();
}

/** A refusal met while a creation of ours is unconfirmed leaves open whether the invitation exists. */
async function withDoubt(
  { store }: ProvisionDependencies,
  teamId: string,
  id: string,
  { reason, detail }: Refused,
): Promise<Refused> {
  const invitation = await store.invitations.byId(teamId, id);
  if (invitation?.providerStep !== 'creating') return { reason, detail };
  return { reason, detail: [detail, leftBehind(invitation)].filter(Boolean).join('\n') };
}

function isConflict(error: unknown): boolean {
  return error instanceof RemoteRefusal && error.status === 409;
}

function recordedRefusal({ failure, failureDetail }: Invitation): Refused {
  return { reason: failure ?? 'provider_refused', detail: failureDetail };
}
