import { Router } from 'express';

export interface MetricsRouteOptions {
  metrics: () => Promise<{ contentType: string; text: string }>;
}

/** `GET /metrics`, for Prometheus. Nothing in it is secret, but it is nobody else's business: keep it off the proxy. */
export function metricsRoute({ metrics }: MetricsRouteOptions): Router {
  const router = Router();
  router.get('/metrics', async (_request, response) => {
    const { contentType, text } = await metrics();
    response.type(contentType).send(text);
  });
  return router;
}
