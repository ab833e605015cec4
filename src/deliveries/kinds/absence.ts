import type { Dependencies } from '../../invitations/dependencies.ts';
import { endIfGone } from '../../invitations/end-if-gone.ts';
import { longAccepted } from '../../invitations/owe-absence.ts';
import { dayMs } from '../../ports/clock.ts';
import type { JobKind } from '../job-kind.ts';
import { hastyRetry } from '../retry-rule.ts';

const keptMs = 7 * dayMs;

/** Looks for those who accepted days ago and never came, behind everything that somebody waits for. */
export function absenceJob(deps: Dependencies): JobKind<'absence'> {
  return {
    retry: hastyRetry,
    isRoutine: true,
    async run() {
      let gone = 0;
      for (const invitation of await longAccepted(deps)) {
        const patient = { ...deps, provisioning: deps.provisioning.patiently() };
        if (await endIfGone(patient, invitation, 'arrivals')) gone += 1;
      }
      return {
        result: `${gone} gone`,
        record: ({ deliveries }) => deliveries.forgetEnded(deps.settings.team.id, 'absence', deps.clock.now() - keptMs),
      };
    },
  };
}
