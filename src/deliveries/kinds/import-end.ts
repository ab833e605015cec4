import type { Dependencies } from '../../invitations/dependencies.ts';
import { endImport } from '../../invitations/end-import.ts';
import type { JobKind } from '../job-kind.ts';
import { patientRetry } from '../retry-rule.ts';

/** The end of an offer that nobody took, and of what an import remembers. */
export function importEndJob(deps: Dependencies): JobKind<'import_end'> {
  return {
    retry: patientRetry,
    isRoutine: true,
    async run({ teamId, payload: { importId } }) {
      const run = await deps.store.imports.byId(teamId, importId);
      if (!run) throw new Error('An import vanished');
      await endImport(deps, run);
      return { result: 'over' };
    },
  };
}
