import { Router } from 'express';
import type { Readiness } from './readiness.ts';

/** `GET /healthz`: the process is alive. `GET /readyz`: what it depends on has answered lately. */
export function healthRoutes(readiness: Readiness): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  router.get('/readyz', async (_request, response) => {
    const report = await readiness.report();
    response.status(report.ready ? 200 : 503).json(report);
  });
  return router;
}
