import type { Dependencies } from '../../invitations/dependencies.ts';
import { leftBehind } from '../../invitations/left-behind.ts';
import { provision } from '../../invitations/provision.ts';
import { settleFailed, settleUnrenewed } from '../../invitations/settle-provisioning.ts';
import type { JobKind } from '../job-kind.ts';
import { requireInvitation } from '../require-invitation.ts';
import { provisioningRetry } from '../retry-rule.ts';

export function provisionJob(deps: Dependencies): JobKind<'provision'> {
  return {
    retry: provisioningRetry,
    async run(delivery) {
      const { teamId, id } = await requireInvitation(deps.store, delivery);
      // Part of an import: people who wait for theirs go first.
      const provisioning = delivery.payload.isSilent ? deps.provisioning.patiently() : deps.provisioning;
      await provision({ ...deps, provisioning }, teamId, id, delivery.payload);
      const { state } = await requireInvitation(deps.store, delivery);
      return { result: state };
    },
    /** The outcome tells the inviter, or the report of the import does. */
    async onDead(delivery) {
      const invitation = await requireInvitation(deps.store, delivery);
      const refused = { reason: 'provider_unreachable', detail: leftBehind(invitation) } as const;
      if (invitation.providerStep === 'renewing') await settleUnrenewed(deps, invitation, delivery.payload);
      else await settleFailed(deps, invitation.teamId, invitation.id, refused, delivery.payload);
      return true;
    },
  };
}
