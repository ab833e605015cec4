import type { ChannelReference, Invitation } from '../ports/invitation-store.ts';
import { channelLink } from '../texts/plain.ts';
import type { Dependencies } from './dependencies.ts';
import { TryLater } from './try-later.ts';

/** A channel that takes longer than this is left out of the texts rather than held against the welcome. */
const patienceMs = 60_000;
const againMs = 500;

/**
 * The asked-for channels that the newcomer is in by now, and those they are not, as `~name`.
 * @throws TryLater while some are still being joined, for a minute after the arrival at most.
 */
export async function joinedChannels(
  { store, clock }: Pick<Dependencies, 'store' | 'clock'>,
  invitation: Invitation,
): Promise<{ joined: string[]; missing: string[] }> {
  const owed = await store.deliveries.unfinished(invitation.teamId, invitation.id, 'add_to_channel');
  const waited = clock.now() - (invitation.arrivedAt ?? 0);
  if (owed > 0 && waited < patienceMs) throw new TryLater('channels are still being joined', againMs);

  const events = await store.invitations.events(invitation.teamId, invitation.id);
  const done = new Set(events.filter(({ kind }) => kind === 'joined_channel').map(({ detail }) => detail));
  const isJoined = ({ name }: ChannelReference) => done.has(`~${name}`);
  const links = (channels: readonly ChannelReference[]) => channels.map(({ name }) => channelLink(name));
  const { channels } = invitation;
  return {
    joined: links(channels.filter(isJoined)),
    missing: links(channels.filter((channel) => !isJoined(channel))),
  };
}
