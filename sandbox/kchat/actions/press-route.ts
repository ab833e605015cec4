import { z } from 'zod';
import { json } from '../../http/answer.ts';
import type { Route } from '../../http/route.ts';
import type { World } from '../../world.ts';
import { newTrigger } from '../dialogs/trigger-id.ts';
import type { Person } from '../documents.ts';
import { route } from '../kchat-route.ts';
import { callIntegration } from './call-integration.ts';
import { followAnswer } from './follow-answer.ts';
import { readAnswer } from './integration-answer.ts';
import { findPressed, type Pressed } from './pressed.ts';

/** A person presses a button or chooses from a menu: the server tells the integration, and does what it answers. */
export function pressRoute(world: World): Route<Person> {
  return route({
    method: 'post',
    path: '/posts/:post_id/actions/:action_id',
    body: z.strictObject({ selected_option: z.string().default(''), cookie: z.string().default('') }),
    answer: async ({ caller, param, body }) => {
      const postId = param('post_id');
      const pressed = findPressed(world, { caller, postId, actionId: param('action_id'), cookie: body.cookie });
      const { clientId, triggerId } = newTrigger(world, caller.id);
      const request = pressRequest(world, { caller, postId, pressed, triggerId, selected: body.selected_option });
      const answer = readAnswer(world, pressed.url, await callIntegration(pressed.url, request));
      followAnswer(world, caller, pressed, answer);
      return json({ status: 'OK', trigger_id: clientId });
    },
  });
}

interface Details {
  caller: Person;
  postId: string;
  pressed: Pressed;
  triggerId: string;
  selected: string;
}

/** What an integration is told, in the fields that a Mattermost server was seen to send. */
function pressRequest(world: World, { caller, postId, pressed, triggerId, selected }: Details) {
  const chosen = pressed.type === 'select' && selected !== '';
  const context = { ...pressed.context, ...(chosen && { selected_option: selected }) };
  return {
    user_id: caller.id,
    user_name: caller.username,
    channel_id: pressed.channel.id,
    channel_name: pressed.channel.name,
    // Direct channels are in no team.
    team_id: pressed.channel.team_id,
    team_domain: pressed.channel.team_id === '' ? '' : world.kchat.team.name,
    post_id: postId,
    trigger_id: triggerId,
    type: pressed.type,
    data_source: chosen ? pressed.dataSource : '',
    ...(Object.keys(context).length > 0 && { context }),
  };
}
