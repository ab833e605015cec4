import { z } from 'zod';
import { json } from '../../http/answer.ts';
import type { Route } from '../../http/route.ts';
import type { World } from '../../world.ts';
import { callIntegration } from '../actions/call-integration.ts';
import { forbidden } from '../refusal.ts';
import type { Person } from '../documents.ts';
import { route } from '../kchat-route.ts';
import { channelMember, isTeamMember } from '../rights.ts';
import { missingUrl } from './open-route.ts';

const submission = z.strictObject({
  url: z.string().default(''),
  callback_id: z.string().default(''),
  state: z.string().default(''),
  channel_id: z.string().default(''),
  team_id: z.string().default(''),
  submission: z.record(z.string(), z.unknown()).nullable().default(null),
  cancelled: z.boolean().default(false),
  // Clients send both; the server puts its own in their place.
  type: z.string().optional(),
  user_id: z.string().optional(),
});

/** What an integration may say to a submission; anything else in its answer is dropped. */
const verdict = z.object({ error: z.string().optional(), errors: z.record(z.string(), z.string()).optional() });

/**
 * Passes a filled-in form on. Mattermost, observed: address, state and callback are whatever the client says, no matter
 * whether such a dialog was ever opened, and the integration gets no token: forging is trivial.
 */
export function submitDialogRoute(world: World): Route<Person> {
  return route({
    method: 'post',
    path: '/actions/dialogs/submit',
    body: submission,
    answer: async ({ caller, body: { url, ...sent } }) => {
      if (url === '') throw missingUrl();
      const inTeam = sent.team_id === world.kchat.team.id && isTeamMember(world.kchat, caller.id);
      if (!inTeam || !channelMember(world.kchat, sent.channel_id, caller.id)) throw forbidden();
      const text = await callIntegration(url, { ...sent, type: 'dialog_submission', user_id: caller.id });
      return json(read(text));
    },
  });
}

/** An answer that is no JSON counts as consent. */
function read(text: string): z.output<typeof verdict> {
  try {
    return verdict.parse(JSON.parse(text));
  } catch {
    return {};
  }
}
