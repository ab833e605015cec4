import type { Clock } from '../ports/clock.ts';
import type { Invitation, InvitationChanges } from '../ports/invitation-store.ts';
import type { ProviderInvitation } from '../ports/provisioning.ts';
import type { StoreQueries } from '../ports/store.ts';
import type { Dependencies } from './dependencies.ts';
import { TryLater } from './try-later.ts';

/**
 * How long an unconfirmed creation may still appear at the provider. Until then, not finding the address proves
 * nothing, and creating again could invite the person twice.
 */
export const unconfirmedCreationMs = 15_000;

type RecordDependencies = Pick<Dependencies, 'store' | 'clock'>;

/** An invitation was there already: ours, whose creation nobody confirmed, or somebody else's. */
export async function recordFound(
  deps: RecordDependencies,
  invitation: Invitation,
  found: ProviderInvitation,
): Promise<void> {
  // With a creation of ours on record that nobody confirmed, what is there now is its fruit.
  if (invitation.providerStep === 'creating') await recordCreated(deps, invitation, found, 'created');
  else await recordCreated(deps, invitation, found, 'adopted');
}

/**
 * @param invitation as it was when this attempt created or looked.
 * @throws TryLater as `setStep` does; whoever came further has recorded what there is.
 */
export async function recordCreated(
  { store, clock }: RecordDependencies,
  invitation: Invitation,
  { id: providerInvitationId, expiresAt, sentAt }: ProviderInvitation,
  kind: 'created' | 'adopted',
): Promise<void> {
  const { teamId, id } = invitation;
  await store.transaction(async (queries) => {
    const providerStep = kind === 'created' ? 'created' : 'none';
    await setStep({ store: queries, clock }, invitation, { providerInvitationId, expiresAt, providerStep });
    const at = clock.now();
    await queries.invitations.addEvent({ teamId, invitationId: id, kind, at, actor: 'provisioning' });
    if (sentAt !== undefined) {
      await queries.invitations.addEvent({ teamId, invitationId: id, kind: 'mailed', at: sentAt, actor: 'Infomaniak' });
    }
  });
}

/** A creation was sent, and nobody said what became of it. */
export async function recordUnconfirmed(
  { store, clock }: RecordDependencies,
  { teamId, id }: Invitation,
): Promise<void> {
  await store.transaction(async (queries) => {
    const moved = await queries.invitations.transition(teamId, id, ['provisioning'], 'unknown');
    if (!moved) return;
    const event = { teamId, invitationId: id, at: clock.now(), actor: 'provisioning' };
    await queries.invitations.addEvent({ ...event, kind: 'unconfirmed' });
  });
}

/** By then the other attempt has come further, or its lease has run out. Milliseconds. */
const outrunMs = 5_000;

/**
 * How far the calls have come; written before each call with an effect.
 * @returns the invitation as it stands now.
 * @throws TryLater when another attempt has taken a step since `invitation` was read: a process that was cut off or stood
 *   still for a while must not do what its successor has done.
 */
export async function setStep(
  { store, clock }: { store: Pick<StoreQueries, 'invitations'>; clock: Clock },
  invitation: Invitation,
  changes: InvitationChanges & Pick<Invitation, 'providerStep'>,
): Promise<Invitation> {
  const after = await store.invitations.takeStep(invitation, { ...changes, providerStepAt: clock.now() });
  if (!after) throw new TryLater('another attempt has come further', outrunMs);
  return after;
}

/** @throws TryLater while a creation of ours that nobody confirmed may still appear. */
export function waitForUnconfirmed(
  { clock }: Pick<Dependencies, 'clock'>,
  { providerStep, providerStepAt = 0 }: Invitation,
): void {
  const waitMs = providerStepAt + unconfirmedCreationMs - clock.now();
  if (providerStep === 'creating' && waitMs > 0) {
    throw new TryLater('an unconfirmed creation may still appear', waitMs);
  }
}
