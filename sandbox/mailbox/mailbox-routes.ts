import { Router } from 'express';
import { z } from 'zod';
import { json, send } from '../http/answer.ts';
import type { World } from '../world.ts';

const query = z.strictObject({ to: z.string().optional() });

/** Everybody's mail, newest first. Not part of any platform: it stands in for the invitees' own mailboxes. */
export function mailboxRoutes(world: World): Router {
  return Router().get('/messages', (request, response) => {
    const to = query.parse(request.query).to?.toLowerCase();
    send(response, json(world.mails.filter((mail) => to === undefined || mail.to === to).reverse()));
  });
}
