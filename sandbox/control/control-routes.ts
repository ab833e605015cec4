import { Router } from 'express';
import { z } from 'zod';
import { faultSchema, type Faults } from '../faults.ts';
import { json, send, type Answer } from '../http/answer.ts';
import { cancel } from '../infomaniak/invitation-routes.ts';
import { newSession } from '../kchat/first-people.ts';
import type { Realtime } from '../kchat/realtime/realtime.ts';
import { arrive } from '../mailbox/accept.ts';
import type { World } from '../world.ts';
import { eventStream } from './event-stream.ts';
import { stateDocument } from './state-document.ts';

const realtimeAction = z.strictObject({ action: z.enum(['drop', 'cut', 'restore', 'mute']) });
const walkIn = z.strictObject({
  first_name: z.string().min(1),
  last_name: z.string().min(1),
  email: z.email(),
  locale: z.enum(['fr_FR', 'de_DE', 'it_IT', 'es_ES', 'en_GB']).default('fr_FR'),
});

/**
 * What the page and the tests steer the sandbox with: faults, the private views, events that happen elsewhere.
 * No platform has any of this.
 */
export function controlRoutes(world: World, faults: Faults, realtime: Realtime): Router {
  const changed = (answer: Answer): Answer => {
    world.changes.notify();
    return answer;
  };
  const done = json({ done: true });

  return Router()
    .post('/faults', (request, response) => {
      faults.add(faultSchema.parse(request.body));
      send(response, done);
    })
    .delete('/faults', (_request, response) => {
      faults.clear();
      send(response, done);
    })
    .post('/realtime', (request, response) => {
      const { action } = realtimeAction.parse(request.body);
      realtime[action]();
      send(response, done);
    })
    .get('/state', (_request, response) => {
      send(response, json(stateDocument(world)));
    })
    .get('/ephemeral', (request, response) => {
      const { user_id: userId } = z.strictObject({ user_id: z.string() }).parse(request.query);
      send(response, json(world.kchat.ephemerals.filter((post) => post.user_id === userId)));
    })
    .get('/dialogs', (request, response) => {
      const { user_id: userId } = z.strictObject({ user_id: z.string() }).parse(request.query);
      send(response, json(world.kchat.dialogs.filter((dialog) => dialog.user_id === userId)));
    })
    .get('/events', eventStream(world))
    .post('/session', (request, response) => {
      const { user_id: userId } = z.strictObject({ user_id: z.string() }).parse(request.body);
      const person = world.kchat.people.get(userId);
      const human = person && !person.is_bot && person.delete_at === 0;
      send(response, human ? json({ token: newSession(world, person) }) : json({ message: 'No such person.' }, 404));
    })
    .post('/walk-in', (request, response) => {
      const { first_name: firstName, last_name: lastName, email, locale } = walkIn.parse(request.body);
      if (world.provider.members.some((member) => member.email === email.toLowerCase())) {
        send(response, json({ message: 'This address belongs to a member already.' }, 409));
        return;
      }
      const byHand = { locale, role: 'normal', ksuite: true } as const;
      const { user_id, person } = arrive(world, { ...byHand, firstName, lastName, email, teamIds: [] });
      send(response, changed(json({ user_id, kchat_user_id: person?.id ?? null })));
    })
    .post('/manager/cancel', (request, response) => {
      const { invitation_id: id } = z.strictObject({ invitation_id: z.int() }).parse(request.body);
      const invitation = world.provider.invitations.find((one) => one.id === id && one.status === 'pending');
      if (!invitation) {
        send(response, json({ message: 'No such pending invitation.' }, 404));
        return;
      }
      cancel(world, invitation);
      send(response, changed(done));
    });
}
