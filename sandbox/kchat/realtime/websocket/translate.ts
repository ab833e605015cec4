import type { World } from '../../../world.ts';
import { asSeen } from '../../actions/as-seen.ts';
import type { Post } from '../../documents.ts';
import type { Happening } from '../../happening.ts';
import { postedData, privateDocument } from '../posted-data.ts';
import { broadcastTo, type Broadcast, type WebsocketEvent } from './websocket-event.ts';

/** Mattermost, observed: its events, field for field. Documents inside are JSON strings, except a user. */
export function websocketEvents(world: World, happening: Happening): WebsocketEvent[] {
  const { flavor, team } = world.kchat;
  switch (happening.kind) {
    case 'account created':
      // Nobody is told of a new bot.
      return happening.person.is_bot ? [] : [event('new_user', { user_id: happening.person.id }, {})];
    case 'account changed':
      return [event('user_updated', { user: flavor.person(happening.person) }, {})];
    case 'roles changed': {
      const { id, roles } = happening.person;
      return [event('user_role_updated', { roles, user_id: id }, { user_id: id })];
    }
    case 'joined team': {
      const { id } = happening.person;
      return [event('added_to_team', { team_id: team.id, user_id: id }, { user_id: id })];
    }
    case 'left team':
      return [event('leave_team', { team_id: team.id, user_id: happening.person.id }, { team_id: team.id })];
    case 'team roles changed': {
      const { member } = happening;
      return [event('memberrole_updated', { member: JSON.stringify(member) }, { user_id: member.user_id })];
    }
    case 'joined channel': {
      const { person, channel } = happening;
      return [event('user_added', { team_id: channel.team_id, user_id: person.id }, { channel_id: channel.id })];
    }
    case 'left channel': {
      const { person, channel, remover } = happening;
      // The one who is out is told apart, in other fields.
      return [
        event('user_removed', { remover_id: remover.id, user_id: person.id }, { channel_id: channel.id }),
        event('user_removed', { channel_id: channel.id, remover_id: remover.id }, { user_id: person.id }),
      ];
    }
    case 'direct channel opened': {
      const { channel, creator, teammate } = happening;
      return [event('direct_added', { creator_id: creator.id, teammate_id: teammate.id }, { channel_id: channel.id })];
    }
    case 'posted': {
      const { post, mentioned } = happening;
      const mentions = mentioned.length > 0 && { mentions: JSON.stringify(mentioned) };
      const data = { ...postedData(world, happening), ...mentions, post: postText(asSeen(world, post)) };
      return [event('posted', data, { channel_id: post.channel_id })];
    }
    case 'post edited':
    case 'post deleted': {
      const { kind, post } = happening;
      const name = kind === 'post edited' ? 'post_edited' : 'post_deleted';
      return [event(name, { post: postText(asSeen(world, post)) }, { channel_id: post.channel_id })];
    }
    case 'shown privately': {
      const { user_id, channel_id } = happening.post;
      return [event('ephemeral_message', { post: postText(privateDocument(happening)) }, { user_id, channel_id })];
    }
    case 'dialog opened':
      return [event('open_dialog', { dialog: JSON.stringify(happening.dialog) }, { user_id: happening.userId })];
  }
}

function event(
  name: string,
  data: Record<string, unknown>,
  whom: Partial<Omit<Broadcast, 'omit_users'>>,
): WebsocketEvent {
  return { event: name, data, broadcast: broadcastTo(whom) };
}

/** The server's own fields that its REST answers have as well, empty here. */
function postText({ file_ids: files, ...post }: Post): string {
  return JSON.stringify({
    ...post,
    ...(files.length > 0 && { file_ids: files }),
    parent_id: post.root_id,
    pending_post_id: '',
    reply_count: 0,
    last_reply_at: 0,
    participants: null,
  });
}
