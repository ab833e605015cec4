import { z } from 'zod';
import type { Route } from '../http/route.ts';
import type { World } from '../world.ts';
import { notFound, refusal, route, success, type ApiClient } from './dialect.ts';
import { invitationDocument } from './documents.ts';
import { requirePending } from './invitation-routes.ts';
import { seatsUsed, type Invitation } from './state.ts';

const appRole = z.enum(['admin', 'user']);
const mailboxFlags = z.strictObject({
  can_access_logs: z.boolean().optional(),
  can_change_password: z.boolean().optional(),
  can_configure_mail_folders: z.boolean().optional(),
  can_manage_aliases: z.boolean().optional(),
  can_manage_auto_reply: z.boolean().optional(),
  can_manage_filters: z.boolean().optional(),
  can_manage_redirections: z.boolean().optional(),
  can_manage_security: z.boolean().optional(),
  can_manage_signatures: z.boolean().optional(),
});

/** The second call of an invitation: without kSuite there is no kChat; reference/infomaniak-api.md section 3.3. */
export function ksuiteRoutes(world: World): Route<ApiClient>[] {
  const base = '/1/accounts/:account/invitations/:invitation';
  const changed = (invitation: Invitation, ksuite: Invitation['ksuite'], status = 200) => {
    Object.assign(invitation, { ksuite, updated_at: world.now() });
    return success(invitationDocument(world, invitation), status);
  };

  return [
    route({
      method: 'post',
      path: `${base}/ksuite`,
      body: z.strictObject({
        ksuite_access: z.strictObject({ kchat_role: appRole, kdrive_role: appRole }),
        mailbox_name: z.string().optional(),
        mailbox_permissions: mailboxFlags.optional(),
        mailbox_signature_model_id: z.string().nullish(),
      }),
      answer: ({ param, body }) => {
        const invitation = requirePending(world, param);
        if (!invitation.ksuite && seatsUsed(world.provider) >= world.provider.seats) {
          throw refusal(403, 'ksuite_quota_reached', 'The quota of the kSuite is reached.');
        }
        return changed(invitation, body.ksuite_access, 201);
      },
    }),
    route({
      method: 'delete',
      path: `${base}/ksuite`,
      answer: ({ param }) => {
        const invitation = requirePending(world, param);
        if (!invitation.ksuite) throw notFound();
        return changed(invitation, undefined);
      },
    }),
    route({
      method: 'patch',
      path: `${base}/kchat`,
      body: z.strictObject({ role: appRole }),
      answer: ({ param, body }) => {
        const invitation = requirePending(world, param);
        if (!invitation.ksuite) throw notFound();
        return changed(invitation, { ...invitation.ksuite, kchat_role: body.role });
      },
    }),
  ];
}
