import type { Dependencies } from '../../invitations/dependencies.ts';
import { oweCard } from '../../invitations/owe-card.ts';
import { revokeInvitation } from '../../invitations/revoke.ts';
import { remark } from '../../ports/remark.ts';
import type { JobKind } from '../job-kind.ts';
import { requireInvitation } from '../require-invitation.ts';
import { provisioningRetry } from '../retry-rule.ts';
import { tellInviterOfFailure } from '../tell-inviter-of-failure.ts';

const redrawMs = 5_000;

export function revokeJob(deps: Dependencies): JobKind<'revoke'> {
  return {
    retry: provisioningRetry,
    async run(delivery) {
      await revokeInvitation(deps, await requireInvitation(deps.store, delivery), delivery.payload.byId);
      const { state } = await requireInvitation(deps.store, delivery);
      return { result: state };
    },
    async onDead(delivery, reason) {
      const isTold = await tellInviterOfFailure(
        deps,
        delivery,
        remark('doing_revocation'),
        reason,
        delivery.payload.byId,
      );
      // Its buttons are of use again, once this wish is off the books.
      const invitation = await requireInvitation(deps.store, delivery);
      await oweCard(deps.store, invitation, deps.clock.now() + redrawMs);
      return isTold;
    },
  };
}
