import type { World } from '../../../world.ts';
import { asSeen } from '../../actions/as-seen.ts';
import type { Happening } from '../../happening.ts';
import { postedData, privateDocument } from '../posted-data.ts';
import { membersOf, onlyTo, theTeam } from './audience.ts';
import type { PusherEvent } from './pusher-event.ts';

/**
 * kChat: Mattermost's names, documents as objects, and the chat channel inside `data`; section 3. Nobody is told of new
 * accounts. Who hears what is not published: nobody hears more here than on Mattermost.
 */
export function pusherEvents(world: World, happening: Happening): PusherEvent[] {
  const { flavor, team } = world.kchat;
  switch (happening.kind) {
    case 'account created':
      return [];
    case 'account changed':
      return [event('user_updated', { user: flavor.person(happening.person) }, theTeam(world))];
    case 'roles changed': {
      const { id, roles } = happening.person;
      return [event('user_role_updated', { user_id: id, roles }, onlyTo(world, id))];
    }
    case 'joined team': {
      const { id } = happening.person;
      return [event('added_to_team', { team_id: team.id, user_id: id }, onlyTo(world, id))];
    }
    case 'left team':
      return [event('leave_team', { team_id: team.id, user_id: happening.person.id }, theTeam(world))];
    case 'team roles changed': {
      const { member } = happening;
      return [event('memberrole_updated', { member: { ...member } }, onlyTo(world, member.user_id))];
    }
    case 'joined channel': {
      const { person, channel } = happening;
      const data = { user_id: person.id, channel_id: channel.id, team_id: channel.team_id };
      // Everybody is in General, so this is how the team hears of an arrival.
      const isGeneral = channel.name === 'town-square';
      return [event('user_added', data, isGeneral ? theTeam(world) : membersOf(world, channel.id))];
    }
    case 'left channel': {
      const { person, channel, remover } = happening;
      const data = { user_id: person.id, channel_id: channel.id, remover_id: remover.id };
      return [event('user_removed', data, [...membersOf(world, channel.id), ...onlyTo(world, person.id)])];
    }
    case 'direct channel opened': {
      const { channel, creator, teammate } = happening;
      const data = { creator_id: creator.id, teammate_id: teammate.id, channel_id: channel.id };
      return [event('direct_added', data, membersOf(world, channel.id))];
    }
    case 'posted': {
      const { post, mentioned } = happening;
      const mentions = mentioned.length > 0 && { mentions: mentioned };
      const data = { ...postedData(world, happening), ...mentions, channel_id: post.channel_id };
      return [event('posted', data, membersOf(world, post.channel_id))];
    }
    case 'post edited':
    case 'post deleted': {
      const { kind, post } = happening;
      const name = kind === 'post edited' ? 'post_edited' : 'post_deleted';
      const data = { post: asSeen(world, post), channel_id: post.channel_id };
      return [event(name, data, membersOf(world, post.channel_id))];
    }
    case 'shown privately': {
      const { user_id: readerId, channel_id } = happening.post;
      return [event('ephemeral_message', { post: privateDocument(happening), channel_id }, onlyTo(world, readerId))];
    }
    case 'dialog opened':
      return [event('open_dialog', { dialog: happening.dialog }, onlyTo(world, happening.userId))];
  }
}

function event(name: string, data: Record<string, unknown>, channels: string[]): PusherEvent {
  return { event: name, data, channels };
}
