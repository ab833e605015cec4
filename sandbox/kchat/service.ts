import { Router } from 'express';
import type { Faults } from '../faults.ts';
import type { Observer } from '../http/exchange.ts';
import { createService } from '../http/service.ts';
import type { World } from '../world.ts';
import { botRoutes } from './bot-routes.ts';
import { channelMemberRoutes } from './channel-member-routes.ts';
import { channelRoutes } from './channel-routes.ts';
import { commandRoutes } from './commands/command-routes.ts';
import { executeRoute } from './commands/execute-route.ts';
import { responseHookRoute } from './commands/response-hook-route.ts';
import { configRoute } from './config-route.ts';
import { kchatDialect } from './dialect.ts';
import { postRoutes } from './post-routes.ts';
import { roleRoutes } from './role-routes.ts';
import { teamRoutes } from './team-routes.ts';
import { userRoutes } from './user-routes.ts';

/** The emulated kChat: `/api/v4` and the late answers to commands under `/hooks`. */
export function kchatService(world: World, faults: Faults, observers: ReadonlySet<Observer>): Router {
  const dialect = kchatDialect(world);
  const api = createService({
    world,
    dialect,
    faults,
    observers,
    routes: [
      configRoute(world),
      ...userRoutes(world),
      ...teamRoutes(world),
      ...channelMemberRoutes(world),
      ...channelRoutes(world),
      ...postRoutes(world),
      executeRoute(world),
      ...commandRoutes(world),
      ...botRoutes(world),
      ...roleRoutes(),
    ],
  });
  const hooks = createService({ world, dialect, faults, observers, routes: [responseHookRoute(world)] });
  return Router().use('/api/v4', api).use('/hooks', hooks);
}
