import type { Dependencies } from '../../invitations/dependencies.ts';
import { revokeInvitation } from '../../invitations/revoke.ts';
import { remark } from '../../ports/remark.ts';
import type { JobKind } from '../job-kind.ts';
import { requireInvitation } from '../require-invitation.ts';
import { provisioningRetry } from '../retry-rule.ts';
import { tellInviterOfFailure } from '../tell-inviter-of-failure.ts';

export function revokeJob(deps: Dependencies): JobKind<'revoke'> {
  return {
    retry: provisioningRetry,
    async run(delivery) {
      await revokeInvitation(deps, await requireInvitation(deps.store, delivery), delivery.payload.byId);
      const { state } = await requireInvitation(deps.store, delivery);
      return { result: state };
    },
    onDead: (delivery, reason) => tellInviterOfFailure(deps, delivery, remark('doing_revocation'), reason),
  };
}
