import { dayMs } from '../ports/clock.ts';
import type { Dependencies } from './dependencies.ts';
import { recordForgotten } from './forget.ts';

/** As many at a time as one transaction should hold up the others for. */
const batch = 100;

/**
 * Forgets some of those whose invitation ended longer ago than people's data are kept, and of those who came without
 * one as long ago.
 * @returns whether there may be more.
 */
export async function forgetOld({
  store,
  clock,
  settings: { team, retentionDays },
}: Pick<Dependencies, 'store' | 'clock' | 'settings'>): Promise<boolean> {
  if (retentionDays === undefined) return false;
  return store.transaction(async (queries) => {
    const { retention } = queries;
    const at = clock.now();
    const before = at - retentionDays * dayMs;
    const invitationIds = await retention.endedBefore(team.id, before, batch);
    // By invitation alone: the same address may have a newer one, whose record is to stay.
    await retention.forget(team.id, { invitationIds, emails: [], userIds: [] }, at);
    await recordForgotten(queries, team.id, invitationIds, 'retention', at);
    const others = await retention.forgetUninvited(team.id, before, batch);
    return invitationIds.length === batch || others === batch;
  });
}
