import { isRemoteError, UserError } from '../errors.ts';
import type { Invitation } from '../ports/invitation-store.ts';
import type { KnownAs, RetentionStore, Traces } from '../ports/retention-store.ts';
import type { StoreQueries } from '../ports/store.ts';
import { forgetTexts } from '../texts/commands/forget.ts';
import type { Dependencies } from './dependencies.ts';
import { firstInTime } from './first-within.ts';
import { oweCard } from './owe-card.ts';
import { oweImportCard } from './owe-import-card.ts';

type Forgetting =
  /** An invitation of theirs is open. */
  | { kind: 'open'; invitation: Invitation }
  | { kind: 'unknown' }
  /** A message about them is being sent. */
  | { kind: 'busy' }
  /** How many invitations of theirs that concerns. */
  | { kind: 'would_forget' | 'forgotten'; invitations: number };

/**
 * Erases a person, invited here or not, and takes them off the inviters' cards and off offered imports.
 * kChat's own id of the person stays among those who were met: it says nothing, and without it they would be greeted
 * as if they had just arrived.
 * @param isConfirmed false: everything is erased and then undone, which tells what there is.
 * @throws UserError when kChat does not tell who has this address.
 */
export async function forgetPerson(
  deps: Pick<Dependencies, 'store' | 'chat' | 'clock' | 'settings' | 'msLeft'>,
  email: string,
  byId: string,
  isConfirmed: boolean,
): Promise<Forgetting> {
  const known = await lookUp(deps, email);
  try {
    return await deps.store.transaction(async (queries) => {
      const forgetting = await forgetAll(deps, queries, known, byId);
      if (forgetting.kind === 'forgotten' && !isConfirmed) throw new Rehearsed(forgetting.invitations);
      return forgetting;
    });
  } catch (error) {
    if (error instanceof Rehearsed) return { kind: 'would_forget', invitations: error.invitations };
    throw error;
  }
}

/** Thrown out of a transaction to undo it. */
class Rehearsed extends Error {
  readonly invitations: number;

  constructor(invitations: number) {
    super('A rehearsal');
    this.invitations = invitations;
  }
}

async function forgetAll(
  { clock, settings: { team } }: Pick<Dependencies, 'clock' | 'settings'>,
  queries: StoreQueries,
  known: KnownAs,
  byId: string,
): Promise<Forgetting> {
  const { retention, invitations, audit } = queries;
  const traces = await followTraces(retention, team.id, known);
  for (const email of traces.emails) {
    const invitation = await invitations.open(team.id, email);
    if (invitation) return { kind: 'open', invitation };
  }
  if (await retention.isBusy(team.id, traces)) return { kind: 'busy' };
  const at = clock.now();
  const offers = await retention.offersAbout(team.id, traces.emails);
  const erased = await retention.forget(team.id, traces, at);
  if (erased.invitations + erased.others === 0) return { kind: 'unknown' };

  await recordForgotten(queries, team.id, traces.invitationIds, byId, at);
  for (const id of traces.invitationIds) await oweCard(queries, { teamId: team.id, id, state: 'forgotten' }, at);
  for (const id of offers) await oweImportCard(queries, { teamId: team.id, id }, 'forgotten', at);
  if (erased.invitations === 0) await audit.add({ teamId: team.id, at, actor: byId, verb: 'forget' });
  return { kind: 'forgotten', invitations: erased.invitations };
}

/** Somebody may have been invited under several addresses, and have come under yet another. */
async function followTraces(retention: RetentionStore, teamId: string, known: KnownAs): Promise<Traces> {
  const traces = await retention.tracesOf(teamId, known);
  const isComplete = traces.emails.length === known.emails.length && traces.userIds.length === known.userIds.length;
  return isComplete ? traces : followTraces(retention, teamId, traces);
}

/** Whoever was not invited here is known to kChat alone. */
async function lookUp(deps: Pick<Dependencies, 'chat' | 'msLeft'>, email: string): Promise<KnownAs> {
  const user = await firstInTime(deps, deps.chat.userByEmail(email)).catch((error: unknown) => {
    if (!isRemoteError(error)) throw error;
    throw new UserError((locale) => forgetTexts[locale].notLookedUp);
  });
  return { emails: [email], userIds: user ? [user.id] : [] };
}

/** The act goes on each invitation's timeline. */
export async function recordForgotten(
  { invitations }: Pick<StoreQueries, 'invitations'>,
  teamId: string,
  invitationIds: readonly string[],
  actor: string,
  at: number,
): Promise<void> {
  for (const invitationId of invitationIds)
    await invitations.addEvent({ teamId, invitationId, kind: 'forgotten', at, actor });
}
