import type { World } from '../world.ts';
import type { Channel, ChannelMember, Person, TeamMember } from './documents.ts';
import { addPost } from './posting.ts';
import { channelMember, hasRole } from './rights.ts';

/** Every full member is in these; an administrator can name more, which exclude guests. */
export const defaultChannels = ['town-square', 'off-topic'];

/** Puts somebody into a channel. Doing it twice is no error and posts nothing. */
export function joinChannel(world: World, channel: Channel, person: Person, addedBy?: Person): ChannelMember {
  const existing = channelMember(world.kchat, channel.id, person.id);
  if (existing) return existing;
  const member = enterSilently(world, channel, person);
  world.happenings.notify({ kind: 'joined channel', person, channel });
  if (addedBy && addedBy.id !== person.id) {
    addPost(world, {
      author: addedBy,
      channel,
      type: 'system_add_to_channel',
      message: `${person.username} added to the channel by ${addedBy.username}.`,
      // kChat: field names of add posts in reference/kchat.md section 6.
      props: {
        userId: addedBy.id,
        username: addedBy.username,
        addedUserId: person.id,
        addedUsername: person.username,
      },
    });
  } else {
    announce(world, channel, person, 'system_join_channel', 'joined the channel.');
  }
  return member;
}

/** A membership without a system post, as at the start of the world and in direct channels. */
export function enterSilently(world: World, channel: Channel, person: Person): ChannelMember {
  const guest = hasRole(person.roles, 'system_guest');
  const member: ChannelMember = {
    channel_id: channel.id,
    user_id: person.id,
    roles: guest ? 'channel_guest' : 'channel_user',
    scheme_user: !guest,
    scheme_admin: false,
    scheme_guest: guest,
    msg_count: 0,
    mention_count: 0,
    last_viewed_at: 0,
    last_update_at: world.now(),
    notify_props: { desktop: 'default', email: 'default', push: 'default', mark_unread: 'all' },
  };
  world.kchat.channelMembers.push(member);
  return member;
}

/** Makes somebody a member of the team and of its default channels, with the system posts that tell of it. */
export function joinTeam(world: World, person: Person, addedBy?: Person): TeamMember {
  const existing = world.kchat.teamMembers.get(person.id);
  if (existing?.delete_at === 0) return existing;
  const member = teamMembership(world, person);
  world.kchat.teamMembers.set(person.id, member);
  for (const channel of world.kchat.channels.values()) {
    if (!defaultChannels.includes(channel.name) || channelMember(world.kchat, channel.id, person.id)) continue;
    enterSilently(world, channel, person);
    if (channel.name !== 'town-square') {
      announce(world, channel, person, 'system_join_channel', 'joined the channel.');
    } else if (addedBy && world.kchat.flavor.saysWhoAddedToTeam) {
      announce(world, channel, person, 'system_add_to_team', `added to the team by ${addedBy.username}.`);
    } else {
      announce(world, channel, person, 'system_join_team', 'joined the team.');
    }
    world.happenings.notify({ kind: 'joined channel', person, channel });
  }
  world.happenings.notify({ kind: 'joined team', person });
  return member;
}

export function teamMembership(world: World, person: Person, isAdmin = false): TeamMember {
  const guest = hasRole(person.roles, 'system_guest');
  const role = isAdmin ? 'team_user team_admin' : 'team_user';
  return {
    team_id: world.kchat.team.id,
    user_id: person.id,
    roles: guest ? 'team_guest' : role,
    explicit_roles: '',
    scheme_user: !guest,
    scheme_admin: isAdmin,
    scheme_guest: guest,
    delete_at: 0,
  };
}

function announce(world: World, channel: Channel, person: Person, type: string, what: string): void {
  const message = `${person.username} ${what}`;
  addPost(world, { author: person, channel, type, message, props: { username: person.username } });
}
