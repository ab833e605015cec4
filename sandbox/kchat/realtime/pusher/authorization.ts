import { createHmac } from 'node:crypto';
import type { World } from '../../../world.ts';
import type { Person } from '../../documents.ts';
import { channelMember, isTeamMember } from '../../rights.ts';
import { accountChannel, ownChannel, teamChannel } from './audience.ts';

/** kChat: the public application key of its clients; section 3. */
export const appKey = 'kchat-key';

export interface Subscription {
  socketId: string;
  channel: string;
  /** Who is there, as JSON; in presence channels only, and covered by the signature. */
  channelData: string | undefined;
}

/** Pusher protocol: what proves to the socket that the web server lets somebody in. */
export function authFor(world: World, { socketId, channel, channelData }: Subscription): string {
  const signed = [socketId, channel, ...(channelData === undefined ? [] : [channelData])].join(':');
  return `${appKey}:${createHmac('sha256', world.kchat.secret).update(signed).digest('hex')}`;
}

/** People may listen to their team, to themselves, and to the chat channels they are in. */
export function mayListen({ kchat }: World, person: Person, channel: string): boolean {
  if (channel === teamChannel(kchat.team.id)) return isTeamMember(kchat, person.id);
  if (channel.startsWith('presence-channel.')) {
    return channelMember(kchat, channel.slice('presence-channel.'.length), person.id) !== undefined;
  }
  return channel === ownChannel(person.id) || channel === accountChannel(person.user_id);
}
