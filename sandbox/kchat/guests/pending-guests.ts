import { seconds } from '../../infomaniak/documents.ts';
import type { World } from '../../world.ts';
import type { GuestInvitation } from './guest-invitation.ts';

export function pendingGuests({ kchat }: World): GuestInvitation[] {
  return kchat.guestInvitations.filter(({ status }) => status === 'pending');
}

export function cancelGuest(world: World, invitation: GuestInvitation): void {
  Object.assign(invitation, { status: 'cancelled', updatedAt: world.now() });
}

/** As kChat's web client types it; kChat: section 6. Its times are taken to be in seconds, as all of Infomaniak's are. */
export function pendingGuestDocument({ kchat: { team }, provider }: World, invitation: GuestInvitation) {
  const { id, key, status, email, channelIds, inviter } = invitation;
  return {
    id,
    key,
    type: 'kchat_guest',
    status,
    invited_by_id: inviter.userId,
    account_id: provider.accountId,
    user_id: null,
    email,
    sms: null,
    force_link: null,
    expires_at: seconds(invitation.expiresAt),
    created_at: seconds(invitation.createdAt),
    updated_at: seconds(invitation.updatedAt),
    deleted_at: null,
    data: { team_id: team.id, channel_ids: channelIds, product_id: team.product_id },
  };
}
