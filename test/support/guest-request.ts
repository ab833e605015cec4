import type { InvitationRequest } from '../../src/invitations/request-invitation.ts';
import { openWorld, type FakeWorld } from './fake-world.ts';

export const gus = 'gus@other.test';

/** What makes an invitation one of a guest, to ~marketing. */
export const guestRequest: Partial<InvitationRequest> = {
  kind: 'guest',
  email: gus,
  firstName: '',
  lastName: '',
  channels: [{ id: 'marketing', name: 'marketing' }],
};

/** A team with the channel ~marketing, which the bot is in. */
export async function openWorldForGuests(): Promise<FakeWorld> {
  const world = await openWorld();
  world.chat.openChannel('marketing', { hasBot: true });
  return world;
}

/** As an invitation in kChat itself would be, by somebody else. */
export const askedInKchat = (email = gus, channelIds = ['marketing']) => ({
  teamId: 'team',
  email,
  channelIds,
  message: undefined,
});
