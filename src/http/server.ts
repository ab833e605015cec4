import express, { type Express } from 'express';
import type { Clock } from '../ports/clock.ts';
import type { Observe } from '../ports/observe.ts';
import type { Within } from '../ports/within.ts';
import { calmLog } from './calm-log.ts';
import { commandRoute, type CommandRouteOptions } from './command-route.ts';
import { errorHandler } from './error-handler.ts';
import { healthRoutes, type HealthRoutesOptions } from './health-routes.ts';
import { interactionRoutes, type InteractionRouteOptions } from './interaction-routes.ts';
import { metricsRoute, type MetricsRouteOptions } from './metrics-route.ts';
import { observeReplies } from './observe-replies.ts';
import { requestIds } from './request-ids.ts';

export interface HttpOptions
  extends CommandRouteOptions, InteractionRouteOptions, HealthRoutesOptions, MetricsRouteOptions {
  clock: Clock;
  observe: Observe;
  within: Within;
}

/** The routes. Every body is limited and parsed here; whatever else comes is answered without detail. */
export function createHttpApp(options: HttpOptions): Express {
  const log = calmLog(options.log, options.clock);
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(requestIds(options.within));
  app.use(observeReplies(options.observe));
  // Somebody waits for this one: it comes first, and with no router of its own.
  app.post('/kchat/command', commandRoute({ ...options, log }));
  app.use(healthRoutes(options));
  app.use(metricsRoute(options));
  app.use(interactionRoutes({ ...options, log }));
  app.use((_request, response) => {
    response.status(404).json({ error: 'not found' });
  });
  app.use(errorHandler(log));
  return app;
}
