import { Router, type Request } from 'express';
import { z } from 'zod';
import { json, send, type Answer } from '../http/answer.ts';
import type { World } from '../world.ts';
import { accept, decline, invitationBySecret, requireOpen } from './accept.ts';
import { closed, said } from './acceptance-answers.ts';
import { invitationPage } from './acceptance-page.ts';

const choice = z.strictObject({
  email: z.email().optional(),
  decline: z.union([z.boolean(), z.literal('true').transform(() => true)]).default(false),
});

/** The web address in the invitation's mail: a form for people, JSON for scripts. */
export function acceptanceRoutes(world: World): Router {
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
  const invitation = invitationBySecret(world, secret);
  if (!invitation) return said(404, true, 'unknown', 'This link is not known.');
  try {
    requireOpen(world, invitation);
    return { status: 200, html: invitationPage(invitation, world.provider.accountName) };
  } catch (error) {
    return closed(error, true);
  }
}

function settle(world: World, request: Request<{ secret: string }>): Answer {
  const page = request.is('application/json') === false;
  const invitation = invitationBySecret(world, request.params.secret);
  const parsed = choice.safeParse(request.body ?? {});
  if (!invitation) return said(404, page, 'unknown', 'This link is not known.');
  if (!parsed.success) return said(422, page, invitation.status, z.prettifyError(parsed.error));
  try {
    if (parsed.data.decline) {
      decline(world, invitation);
      return said(200, page, 'rejected', 'You have declined the invitation.');
    }
    const { user_id, person } = accept(world, invitation, parsed.data.email);
    if (page) return said(200, page, 'accepted', 'Your account is ready. You can close this page.');
    return json({ status: 'accepted', user_id, kchat_user_id: person?.id ?? null });
  } catch (error) {
    return closed(error, page);
  }
}
