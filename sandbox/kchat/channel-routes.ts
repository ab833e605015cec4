import { z } from 'zod';
import { json } from '../http/answer.ts';
import type { Route } from '../http/route.ts';
import type { World } from '../world.ts';
import { forbidden, notFound } from './refusal.ts';
import { openDirectChannel } from './new-channel.ts';
import type { Channel, Person } from './documents.ts';
import { route } from './kchat-route.ts';
import { flag, pageOf, pagingQuery } from './paging.ts';
import { canSee, channelMember, isSystemAdmin, requireChannel, requirePerson, requireTeam } from './rights.ts';

const includeDeleted = z.strictObject({ include_deleted: flag.optional() });

/** Finding and opening channels. Who is in them is in channel-member-routes.ts. */
export function channelRoutes(world: World): Route<Person>[] {
  const state = world.kchat;
  const channels = () => [...state.channels.values()];
  const named = (caller: Person, name: string): Channel => {
    const channel = channels().find((candidate) => candidate.name === name && candidate.team_id === state.team.id);
    // A private channel's very existence is hidden: not 403.
    if (!channel || !canSee(state, caller, channel)) throw notFound('channelName');
    return channel;
  };
  const channelsOf = (caller: Person, idOrMe: string): Channel[] => {
    const person = requirePerson(state, idOrMe, caller);
    if (person.id !== caller.id && !isSystemAdmin(caller)) throw forbidden();
    return channels().filter((channel) => channelMember(state, channel.id, person.id));
  };

  return [
    route({
      method: 'get',
      path: '/teams/:team_id/channels',
      query: z.strictObject(pagingQuery),
      answer: ({ caller, param, query }) => {
        requireTeam(state, caller, param('team_id'));
        return json(
          pageOf(
            channels().filter((channel) => channel.type === 'O'),
            query,
          ),
        );
      },
    }),
    route({
      method: 'get',
      path: '/teams/:team_id/channels/name/:channel_name',
      query: includeDeleted,
      answer: ({ caller, param }) => {
        requireTeam(state, caller, param('team_id'));
        return json(named(caller, param('channel_name')));
      },
    }),
    route({
      method: 'get',
      path: '/teams/name/:team_name/channels/name/:channel_name',
      query: includeDeleted,
      answer: ({ caller, param }) => {
        requireTeam(state, caller, param('team_name') === state.team.name ? state.team.id : '');
        return json(named(caller, param('channel_name')));
      },
    }),
    route({
      method: 'post',
      path: '/channels/direct',
      body: z.array(z.string()).length(2),
      answer: ({ caller, body }) => {
        const [one, other] = body.map((id) => requirePerson(state, id, caller));
        if (!one || !other) throw notFound('user');
        if (one.id !== caller.id && other.id !== caller.id && !isSystemAdmin(caller)) throw forbidden();
        return json(openDirectChannel(world, caller, one, other), 201);
      },
    }),
    route({
      method: 'get',
      path: '/channels/:channel_id',
      answer: ({ caller, param }) => json(requireChannel(state, caller, param('channel_id'))),
    }),
    route({
      method: 'get',
      path: '/users/:user_id/teams/:team_id/channels',
      query: z.strictObject({ include_deleted: flag.optional(), last_delete_at: z.coerce.number().optional() }),
      answer: ({ caller, param }) => {
        requireTeam(state, caller, param('team_id'));
        // Mattermost: direct channels belong to every team of a person.
        return json(channelsOf(caller, param('user_id')));
      },
    }),
    route({
      method: 'get',
      path: '/users/:user_id/channels',
      query: z.strictObject({ include_deleted: flag.optional(), last_delete_at: z.coerce.number().optional() }),
      answer: ({ caller, param }) => json(channelsOf(caller, param('user_id'))),
    }),
  ];
}
