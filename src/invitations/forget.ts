import type { StoreQueries } from '../ports/store.ts';
import type { Dependencies } from './dependencies.ts';
import { oweCard } from './owe-card.ts';

type ForgetDependencies = Pick<Dependencies, 'store' | 'clock' | 'settings'>;

const dayMs = 24 * 60 * 60_000;

/** As many at a time as one transaction should hold up the others for. */
const batch = 100;

/**
 * Erases the person of ended invitations, and takes them off the inviters' cards.
 * kChat's own id of the person stays among those who were met: it says nothing, and without it they would be greeted
 * as if they had just arrived.
 * @returns how many were forgotten; undefined, and nothing done, while a message about the person is being sent.
 */
export async function forgetPerson(
  { store, clock, settings: { team } }: ForgetDependencies,
  invitationIds: readonly string[],
  byId: string,
): Promise<number | undefined> {
  return store.transaction(async (queries) => {
    if (await queries.retention.isBusy(team.id, invitationIds)) return undefined;
    const at = clock.now();
    const forgotten = await forget(queries, team.id, invitationIds, byId, at);
    for (const id of invitationIds) await oweCard(queries, { teamId: team.id, id, state: 'forgotten' }, at);
    return forgotten;
  });
}

/**
 * Forgets some of those whose invitation ended longer ago than people's data are kept.
 * @returns whether there may be more.
 */
export async function forgetOld({ store, clock, settings }: ForgetDependencies): Promise<boolean> {
  const { team, retentionDays } = settings;
  if (retentionDays === undefined) return false;
  return store.transaction(async (queries) => {
    const at = clock.now();
    const ids = await queries.retention.endedBefore(team.id, at - retentionDays * dayMs, batch);
    if (ids.length > 0) await forget(queries, team.id, ids, 'retention', at);
    return ids.length === batch;
  });
}

async function forget(
  { retention, invitations }: StoreQueries,
  teamId: string,
  invitationIds: readonly string[],
  actor: string,
  at: number,
): Promise<number> {
  const forgotten = await retention.forget(teamId, invitationIds, at);
  for (const invitationId of invitationIds)
    await invitations.addEvent({ teamId, invitationId, kind: 'forgotten', at, actor });
  return forgotten;
}
