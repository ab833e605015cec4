import { Router } from 'express';
import type { Faults } from '../faults.ts';
import { send } from '../http/answer.ts';
import type { Observer } from '../http/exchange.ts';
import type { Route } from '../http/route.ts';
import { createService } from '../http/service.ts';
import type { World } from '../world.ts';
import { pressRoute } from './actions/press-route.ts';
import { botRoutes } from './bot-routes.ts';
import { channelMemberRoutes } from './channel-member-routes.ts';
import { channelRoutes } from './channel-routes.ts';
import { commandRoutes } from './commands/command-routes.ts';
import { executeRoute } from './commands/execute-route.ts';
import { responseHookRoute } from './commands/response-hook-route.ts';
import { configRoute } from './config-route.ts';
import type { Person } from './documents.ts';
import { openDialogRoute } from './dialogs/open-route.ts';
import { submitDialogRoute } from './dialogs/submit-route.ts';
import { kchatDialect } from './dialect.ts';
import { fileRoutes } from './files/file-routes.ts';
import { multipartForm } from './files/multipart.ts';
import { guestRoutes } from './guests/guest-routes.ts';
import { maxFileSize, uploadRoute } from './files/upload-route.ts';
import { authRoute } from './realtime/pusher/auth-route.ts';
import { websocketPageRoute } from './realtime/websocket/page-route.ts';
import { postRoutes } from './post-routes.ts';
import { roleRoutes } from './role-routes.ts';
import { teamRoutes } from './team-routes.ts';
import { userRoutes } from './user-routes.ts';

/** The emulated chat: `/api/v4`, the late answers to commands under `/hooks`, and what realtime needs of HTTP. */
export function kchatService(world: World, faults: Faults, observers: ReadonlySet<Observer>): Router {
  const { flavor } = world.kchat;
  const dialect = kchatDialect(world);
  const serve = (routes: Route<Person>[]) => createService({ world, dialect, faults, observers, routes });
  const isPusher = flavor.realtime === 'pusher';
  const api = serve([
    ...(isPusher ? [] : [websocketPageRoute(flavor.ids.newId)]),
    configRoute(world),
    ...userRoutes(world),
    ...teamRoutes(world),
    // Before the members of a channel: `pending_guest` stands where theirs have an id.
    ...guestRoutes(world),
    ...channelMemberRoutes(world),
    ...channelRoutes(world),
    ...postRoutes(world),
    pressRoute(world),
    openDialogRoute(world),
    submitDialogRoute(world),
    uploadRoute(world),
    ...fileRoutes(world),
    executeRoute(world),
    ...commandRoutes(world),
    ...botRoutes(world),
    ...roleRoutes(),
  ]);
  const router = Router()
    .use('/api/v4/files', multipartForm(maxFileSize))
    .use('/api/v4', api)
    .use('/hooks', serve([responseHookRoute(world)]));
  if (!isPusher) return router;
  // Asking for Mattermost's WebSocket is how a client learns that there is none: no violation of what is documented.
  const absent = dialect.unknownRoute('/api/v4/websocket');
  return Router()
    .get('/api/v4/websocket', (_request, response) => {
      send(response, absent);
    })
    .use(router)
    .use('/broadcasting', serve([authRoute(world)]));
}
