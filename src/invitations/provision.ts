import { mayHaveHappened, RemoteRefusal } from '../errors.ts';
import type { Invitation } from '../ports/invitation-store.ts';
import type { ReplyTo } from '../ports/delivery-store.ts';
import type { ProviderInvitation } from '../ports/provisioning.ts';
import { remark } from '../ports/remark.ts';
import { classifyRefusal, type Refused } from './classify-refusal.ts';
import type { Dependencies } from './dependencies.ts';
import { endOldInvitation } from './end-old-invitation.ts';
import { leftBehind } from './left-behind.ts';
import { recordCreated, recordFound, recordUnconfirmed, setStep } from './provisioning-steps.ts';
import { resolveWorkTeams } from './resolve-work-teams.ts';
import { settleFailed, settlePending } from './settle-provisioning.ts';
import { takeBack, tooLateForSeat } from './take-back.ts';
import { TryLater } from './try-later.ts';

/**
 * How long an unconfirmed creation may still appear at the provider. Until then, not finding the address proves
 * nothing, and creating again could invite the person twice.
 */
export const unconfirmedCreationMs = 15_000;

type ProvisionDependencies = Pick<Dependencies, 'store' | 'clock' | 'observe' | 'provisioning'>;

/**
 * Makes an invitation true at the provider: look up, create, grant the kSuite seat; take back what was created when
 * no seat is left. May be called again after any failure or crash: it resumes from what is recorded.
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

  const refused = before.providerStep === 'undoing' ? recordedRefusal(before) : await advance(deps, before);
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
    if (found?.status === 'pending') {
      await recordFound(deps, invitation, found);
      return found;
    }
  }
  if (person?.userId !== undefined) return { reason: 'already_member' };

  if (invitation.providerStep === 'creating') {
    const age = deps.clock.now() - (invitation.providerStepAt ?? 0);
    if (age < unconfirmedCreationMs) {
      throw new TryLater('an unconfirmed creation may still appear', unconfirmedCreationMs - age);
    }
  }
  return undefined;
}

async function create(deps: ProvisionDependencies, invitation: Invitation): Promise<ProviderInvitation | Refused> {
  const workTeams = await resolveWorkTeams(deps.provisioning, invitation.workTeams);
  if ('reason' in workTeams) return workTeams;

  await setStep(deps, invitation, { providerStep: 'creating' });
  let created: ProviderInvitation;
  try {
    created = await deps.provisioning.createInvitation({
      email: invitation.email,
      firstName: invitation.firstName,
      lastName: invitation.lastName,
      locale: invitation.locale,
      role: invitation.role,
      strict: invitation.strict,
      workTeamIds: workTeams.ids,
    });
  } catch (error) {
    if (mayHaveHappened(error)) await recordUnconfirmed(deps, invitation);
    else await setStep(deps, invitation, { providerStep: 'none' });
    // Since the look-up a moment ago the address has become known: what is there now decides.
    if (isConflict(error)) return (await findExisting(deps, invitation)) ?? { reason: 'already_member' };
    throw error;
  }
  await recordCreated(deps, invitation, created, 'created');
  return created;
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
