import { Router } from 'express';

export interface HealthRoutesOptions {
  /** Told to whoever asks, as it is. */
  ready: () => Promise<{ ready: boolean }>;
}

/** `GET /healthz`: the process is alive. `GET /readyz`: what it depends on has answered lately. */
export function healthRoutes({ ready }: HealthRoutesOptions): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  router.get('/readyz', async (_request, response) => {
    const report = await ready();
    response.status(report.ready ? 200 : 503).json(report);
  });
  return router;
}
