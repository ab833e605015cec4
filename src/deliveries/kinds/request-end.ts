import { UserError } from '../../errors.ts';
import { denyRequest } from '../../invitations/approval.ts';
import type { Dependencies } from '../../invitations/dependencies.ts';
import type { JobKind } from '../job-kind.ts';
import { requireInvitation } from '../require-invitation.ts';
import { patientRetry } from '../retry-rule.ts';

/** A request that nobody has answered ends, and whoever asked is told. */
export function requestEndJob(deps: Dependencies): JobKind<'request_end'> {
  return {
    retry: patientRetry,
    async run(delivery) {
      try {
        await denyRequest(deps, await requireInvitation(deps.store, delivery), undefined, '');
        return { result: 'nobody answered' };
      } catch (error) {
        if (error instanceof UserError) return { result: 'answered before' };
        throw error;
      }
    },
  };
}
