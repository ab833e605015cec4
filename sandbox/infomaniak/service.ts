import type { Router } from 'express';
import type { Faults } from '../faults.ts';
import type { Observer } from '../http/exchange.ts';
import { createService } from '../http/service.ts';
import type { World } from '../world.ts';
import { accountRoutes } from './account-routes.ts';
import { aiRoutes } from './ai-routes.ts';
import { infomaniakDialect } from './dialect.ts';
import { invitationRoutes } from './invitation-routes.ts';
import { ksuiteRoutes } from './ksuite-routes.ts';
import { teamRoutes } from './team-routes.ts';
import { userRoutes } from './user-routes.ts';

/** The emulated account API of Infomaniak: the part of it that has to do with people. */
export function infomaniakService(world: World, faults: Faults, observers: ReadonlySet<Observer>): Router {
  return createService({
    world,
    dialect: infomaniakDialect(world),
    faults,
    observers,
    routes: [
      ...accountRoutes(world),
      ...invitationRoutes(world),
      ...ksuiteRoutes(world),
      ...userRoutes(world),
      ...teamRoutes(world),
      ...aiRoutes(world),
    ],
  });
}
