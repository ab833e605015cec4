import type { World } from '../world.ts';
import type { Person } from './documents.ts';
import { addPost } from './posting.ts';

/**
 * Takes somebody out of the team and its channels. Mattermost, observed: one system post and one event, which still
 * reach the person; nothing per channel.
 */
export function leaveTeam(world: World, person: Person, remover: Person): void {
  const { teamMembers, channels } = world.kchat;
  const member = teamMembers.get(person.id);
  if (!member) return;
  const channel = [...channels.values()].find(({ name }) => name === 'town-square');
  if (channel) {
    const own = person.id === remover.id;
    addPost(world, {
      author: person,
      channel,
      type: own ? 'system_leave_team' : 'system_remove_from_team',
      message: `${person.username} ${own ? 'left the team.' : 'removed from the team.'}`,
      props: { username: person.username },
    });
  }
  world.happenings.notify({ kind: 'left team', person });
  member.delete_at = world.now();
  world.kchat.channelMembers = world.kchat.channelMembers.filter(
    ({ user_id: id, channel_id: channelId }) => id !== person.id || channels.get(channelId)?.type === 'D',
  );
}
