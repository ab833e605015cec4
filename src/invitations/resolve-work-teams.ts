import type { Provisioning } from '../ports/provisioning.ts';
import { remark } from '../ports/remark.ts';
import type { Refused } from './classify-refusal.ts';

/** Work teams as the inviter wrote them, names or ids, become the provider's ids. */
export async function resolveWorkTeams(
  provisioning: Pick<Provisioning, 'workTeamByName'>,
  workTeams: readonly string[],
): Promise<{ ids: number[] } | Refused> {
  const ids: number[] = [];
  for (const written of workTeams) {
    if (/^\d+$/.test(written)) {
      ids.push(Number(written));
      continue;
    }
    const team = await provisioning.workTeamByName(written);
    if (!team) return { reason: 'provider_refused', detail: remark('no_work_team', written) };
    ids.push(team.id);
  }
  return { ids };
}
