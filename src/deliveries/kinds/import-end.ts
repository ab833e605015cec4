import type { Dependencies } from '../../invitations/dependencies.ts';
import { endImport } from '../../invitations/end-import.ts';
import type { JobKind } from '../job-kind.ts';
import { requireImport } from '../require-import.ts';
import { patientRetry } from '../retry-rule.ts';

/** The end of an offer that nobody took, and of what an import remembers. */
export function importEndJob(deps: Dependencies): JobKind<'import_end'> {
  return {
    retry: patientRetry,
    isRoutine: true,
    async run({ teamId, payload }) {
      await endImport(deps, await requireImport(deps.store, teamId, payload));
      return { result: 'over' };
    },
  };
}
