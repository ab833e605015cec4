import { z } from 'zod';
import { json } from '../http/answer.ts';
import type { Route } from '../http/route.ts';
import type { World } from '../world.ts';
import { forbidden, invalidField, notFound, refusal } from './refusal.ts';
import type { Channel, Person } from './documents.ts';
import { joinChannel } from './joining.ts';
import { route } from './kchat-route.ts';
import { pageOf, pagingQuery } from './paging.ts';
import { addPost } from './posting.ts';
import {
  channelMember,
  hasRole,
  isSystemAdmin,
  isTeamMember,
  requireChannel,
  requirePerson,
  requireTeam,
} from './rights.ts';

/** Who is in a channel: looking, joining, adding, leaving, reading. */
export function channelMemberRoutes(world: World): Route<Person>[] {
  const state = world.kchat;
  const membersOf = (channel: Channel) => state.channelMembers.filter((member) => member.channel_id === channel.id);

  return [
    route({
      method: 'get',
      path: '/channels/:channel_id/members',
      query: z.strictObject(pagingQuery),
      answer: ({ caller, param, query }) =>
        json(pageOf(membersOf(requireChannel(state, caller, param('channel_id'))), query)),
    }),
    route({
      method: 'post',
      path: '/channels/:channel_id/members',
      body: z.strictObject({
        user_id: z.string().optional(),
        user_ids: z.array(z.string()).min(1).optional(),
        post_root_id: z.string().optional(),
        ...state.flavor.alsoTakes.channelMember,
      }),
      answer: ({ caller, param, body }) => {
        const ids = body.user_ids ?? (body.user_id === undefined ? [] : [body.user_id]);
        if (ids.length === 0) {
          throw invalidField('user_id', { en: 'Name somebody.', fr: 'Le champ user_id est obligatoire.' });
        }
        const channel = requireChannel(state, caller, param('channel_id'));
        const people = ids.map((id) => requirePerson(state, id, caller));
        for (const person of people) requireMayAdd(caller, channel, person);
        const members = people.map((person) => joinChannel(world, channel, person, caller));
        return json(body.user_ids ? members : members[0], 201);
      },
    }),
    route({
      method: 'get',
      path: '/channels/:channel_id/members/:user_id',
      answer: ({ caller, param }) => {
        const channel = requireChannel(state, caller, param('channel_id'));
        const member = channelMember(state, channel.id, requirePerson(state, param('user_id'), caller).id);
        if (!member) throw notFound('channelMember');
        return json(member);
      },
    }),
    route({
      method: 'delete',
      path: '/channels/:channel_id/members/:user_id',
      answer: ({ caller, param }) => {
        const channel = requireChannel(state, caller, param('channel_id'));
        const person = requirePerson(state, param('user_id'), caller);
        const member = channelMember(state, channel.id, person.id);
        if (!member) throw notFound('channelMember');
        if (person.id !== caller.id) requireInside(caller, channel);
        if (channel.name === 'town-square') {
          throw refusal(400, {
            mattermostId: 'api.channel.remove.default.app_error',
            en: 'Nobody can leave the default channel.',
            fr: 'Ce canal ne peut être quitté.',
          });
        }
        state.channelMembers.splice(state.channelMembers.indexOf(member), 1);
        world.happenings.notify({ kind: 'left channel', person, channel, remover: caller });
        const left = person.id === caller.id;
        addPost(world, {
          author: caller,
          channel,
          type: left ? 'system_leave_channel' : 'system_remove_from_channel',
          message: `${person.username} ${left ? 'left the channel.' : 'was removed from the channel.'}`,
          props: left ? { username: person.username } : { removedUserId: person.id, removedUsername: person.username },
        });
        return json({ status: 'OK' });
      },
    }),
    route({
      method: 'get',
      path: '/users/:user_id/teams/:team_id/channels/members',
      answer: ({ caller, param }) => {
        requireTeam(state, caller, param('team_id'));
        const person = requirePerson(state, param('user_id'), caller);
        if (person.id !== caller.id && !isSystemAdmin(caller)) throw forbidden();
        return json(state.channelMembers.filter((member) => member.user_id === person.id));
      },
    }),
    route({
      method: 'post',
      path: '/channels/members/:user_id/view',
      body: z.strictObject({ channel_id: z.string(), prev_channel_id: z.string().optional() }),
      answer: ({ caller, param, body }) => {
        if (requirePerson(state, param('user_id'), caller).id !== caller.id) throw forbidden();
        const member = channelMember(state, body.channel_id, caller.id);
        if (!member) throw forbidden();
        member.mention_count = 0;
        member.msg_count = state.channels.get(body.channel_id)?.total_msg_count ?? 0;
        member.last_viewed_at = world.now();
        return json({ status: 'OK', last_viewed_at_times: { [body.channel_id]: member.last_viewed_at } });
      },
    }),
  ];

  /** Mattermost, observed: anybody joins a public channel alone, but adds others only from inside. @throws ChatRefusal 403 */
  function requireMayAdd(caller: Person, channel: Channel, person: Person): void {
    if (channel.type === 'D') throw forbidden();
    if (!isTeamMember(state, person.id)) throw forbidden();
    const joinsAlone = person.id === caller.id && channel.type === 'O';
    if (!joinsAlone) requireInside(caller, channel);
  }

  function requireInside(caller: Person, channel: Channel): void {
    if (isSystemAdmin(caller)) return;
    if (!channelMember(state, channel.id, caller.id) || hasRole(caller.roles, 'system_guest')) throw forbidden();
  }
}
