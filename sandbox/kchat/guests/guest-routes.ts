import { z } from 'zod';
import { json } from '../../http/answer.ts';
import type { Route } from '../../http/route.ts';
import type { World } from '../../world.ts';
import type { Person } from '../documents.ts';
import { route } from '../kchat-route.ts';
import { personByEmail } from '../people.ts';
import { notFound, refusal, type Sentence } from '../refusal.ts';
import { isTeamMember, requireGuestInviter, requireMembership, requireTeam } from '../rights.ts';
import { inviteGuest, mayMail, tooManyMails } from './invite-guest.ts';
import { cancelGuest, pendingGuestDocument, pendingGuests } from './pending-guests.ts';

const invitationBody = z.strictObject({
  emails: z.array(z.email()).min(1),
  channels: z.array(z.string()).min(1),
  message: z.string().optional(),
});

/** Inviting guests, where the server has that at all. */
export function guestRoutes(world: World): Route<Person>[] {
  const state = world.kchat;
  return state.flavor.hasGuests ? kchatGuestRoutes(world) : [unlicensed];
}

/** kChat: section 6. Only the first is published; its web client calls all three. */
function kchatGuestRoutes(world: World): Route<Person>[] {
  const state = world.kchat;
  const isHere = (email: string) => {
    const person = personByEmail(world, email);
    return person?.delete_at === 0 && isTeamMember(state, person.id);
  };

  return [
    route({
      method: 'post',
      path: '/teams/:team_id/invite-guests/email',
      query: z.strictObject({ graceful: z.literal('true').optional() }),
      body: invitationBody,
      answer: ({ caller, param, query, body }) => {
        requireTeam(state, caller, param('team_id'));
        requireGuestInviter(state, caller);
        const channels = body.channels.map((id) => requireMembership(state, caller, id));
        const strangers = body.emails.filter((email) => !isHere(email));
        if (query.graceful === undefined && strangers.length < body.emails.length) throw refusal(400, here);
        const hasMails = mayMail(world, caller, strangers.length);
        if (query.graceful === undefined && !hasMails) throw refusal(413, tooManyMails);
        if (hasMails) for (const email of strangers) inviteGuest(world, caller, email, channels, body.message ?? '');
        if (query.graceful === undefined) return json({ status: 'OK' });
        const problem = (email: string) => (isHere(email) ? here : hasMails ? undefined : tooManyMails);
        return json(body.emails.map((email) => ({ email, ...errorOf(problem(email)) })));
      },
    }),
    route({
      method: 'get',
      path: '/channels/:channel_id/members/pending_guest',
      answer: ({ caller, param }) => {
        const channel = requireMembership(state, caller, param('channel_id'));
        requireGuestInviter(state, caller);
        const waiting = pendingGuests(world).filter(({ channelIds }) => channelIds.includes(channel.id));
        // PHP writes an empty map as a list.
        if (waiting.length === 0) return json([]);
        return json(Object.fromEntries(waiting.map((one) => [one.key, pendingGuestDocument(world, one)])));
      },
    }),
    route({
      method: 'delete',
      path: '/teams/invites/email',
      body: z.strictObject({ invitation_key: z.string().optional() }),
      answer: ({ caller, body: { invitation_key: key } }) => {
        requireGuestInviter(state, caller);
        // PHP takes an empty text for none, and without a key the upstream call cancels all there are.
        if (!key) {
          for (const invitation of pendingGuests(world)) cancelGuest(world, invitation);
          world.violations.push(withoutKey(caller));
          return json({ status: 'OK' });
        }
        const invitation = pendingGuests(world).find((one) => one.key === key);
        if (!invitation) throw notFound('invitation');
        cancelGuest(world, invitation);
        return json({ status: 'OK' });
      },
    }),
  ];
}

/** What is said of one person has no status; kChat: section 6. */
function errorOf(problem: Sentence | undefined) {
  return problem && { error: { id: problem.id, message: problem.en } };
}

const here: Sentence = {
  en: 'This person is in the team already.',
  fr: 'Cette personne fait déjà partie de l’équipe.',
};

function withoutKey({ username }: Person) {
  const problem = 'invitation_key: without it every pending invitation is cancelled';
  return { service: 'kchat', method: 'DELETE', path: '/api/v4/teams/invites/email', by: username, problem } as const;
}

/** Mattermost: without a licence it refuses whatever it is asked, before it looks at anything else. */
const unlicensed = route({
  method: 'post',
  path: '/teams/:team_id/invite-guests/email',
  query: z.looseObject({}),
  body: z.unknown(),
  answer: () => {
    throw refusal(501, {
      mattermostId: 'api.team.invite_guests_to_channels.license.error',
      en: 'Your license does not support guest accounts',
      fr: 'Your license does not support guest accounts',
    });
  },
});
