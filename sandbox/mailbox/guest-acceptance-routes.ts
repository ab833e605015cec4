import { Router, type Request } from 'express';
import { z } from 'zod';
import { json, send, type Answer } from '../http/answer.ts';
import type { World } from '../world.ts';
import { closed, said } from './acceptance-answers.ts';
import { guestPage } from './acceptance-page.ts';
import { acceptGuest, guestBySecret, requireOpenGuest } from './accept-guest.ts';

const choice = z.strictObject({
  first_name: z.string().min(1).optional(),
  last_name: z.string().min(1).optional(),
});

/** The web address in a guest's mail: a form for people, JSON for scripts. */
export function guestAcceptanceRoutes(world: World): Router {
  return Router()
    .get('/:secret', (request, response) => {
      send(response, open(world, request.params.secret));
    })
    .post('/:secret', (request, response) => {
      send(response, settle(world, request));
      world.changes.notify();
    });
}

function open(world: World, secret: string): Answer {
  const invitation = guestBySecret(world, secret);
  if (!invitation) return said(404, true, 'unknown', 'This link is not known.');
  try {
    requireOpenGuest(world, invitation);
    return { status: 200, html: guestPage(invitation.email, world.kchat.team.display_name) };
  } catch (error) {
    return closed(error, true);
  }
}

function settle(world: World, request: Request<{ secret: string }>): Answer {
  const page = request.is('application/json') === false;
  const invitation = guestBySecret(world, request.params.secret);
  const parsed = choice.safeParse(request.body ?? {});
  if (!invitation) return said(404, page, 'unknown', 'This link is not known.');
  if (!parsed.success) return said(422, page, invitation.status, z.prettifyError(parsed.error));
  try {
    const { first_name: firstName, last_name: lastName } = parsed.data;
    const { id, user_id } = acceptGuest(world, invitation, {
      ...(firstName && { firstName }),
      ...(lastName && { lastName }),
    });
    if (page) return said(200, page, 'accepted', 'Your account is ready. You can close this page.');
    return json({ status: 'accepted', user_id, kchat_user_id: id });
  } catch (error) {
    return closed(error, page);
  }
}
