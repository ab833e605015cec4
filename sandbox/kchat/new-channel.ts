import type { World } from '../world.ts';
import type { Channel, Person } from './documents.ts';
import { enterSilently } from './joining.ts';

/** kChat: a direct channel is named `<idA>__<idB>` and opening it again finds the same one. */
export function openDirectChannel(world: World, creator: Person, one: Person, other: Person): Channel {
  const name = [one.id, other.id].sort().join('__');
  const existing = [...world.kchat.channels.values()].find((channel) => channel.name === name);
  if (existing) return existing;
  const channel = newChannel(world, { name, type: 'D', creatorId: creator.id });
  for (const person of new Set([one, other])) enterSilently(world, channel, person);
  const teammate = one === creator ? other : one;
  world.happenings.notify({ kind: 'direct channel opened', channel, creator, teammate });
  return channel;
}

interface NewChannel {
  name: string;
  type: Channel['type'];
  creatorId: string;
  displayName?: string;
  purpose?: string;
}

/** Adds a channel without members. Direct channels are in no team. */
export function newChannel(world: World, { name, type, creatorId, displayName, purpose }: NewChannel): Channel {
  const at = world.now();
  const channel: Channel = {
    id: world.kchat.flavor.ids.newId(),
    team_id: type === 'D' ? '' : world.kchat.team.id,
    type,
    name,
    display_name: displayName ?? '',
    header: '',
    purpose: purpose ?? '',
    creator_id: creatorId,
    create_at: at,
    update_at: at,
    delete_at: 0,
    last_post_at: at,
    total_msg_count: 0,
  };
  world.kchat.channels.set(channel.id, channel);
  return channel;
}
