import { Router } from 'express';

export interface HealthRoutesOptions {
  /** Told to whoever asks, as it is. */
  ready: () => Promise<{ ready: boolean }>;
  /** The same of what a command has to reach before it can be answered at all. */
  takesCommands: () => Promise<{ ready: boolean }>;
}

/**
 * `GET /healthz`: the process is alive. `GET /readyz`: what it depends on has answered lately. `GET /readyz/commands`: it
 * takes commands, for balancers. Where kChat or Infomaniak is away, only an answer of ours can say so.
 */
export function healthRoutes({ ready, takesCommands }: HealthRoutesOptions): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  for (const [path, ask] of [
    ['/readyz', ready],
    ['/readyz/commands', takesCommands],
  ] as const) {
    router.get(path, async (_request, response) => {
      const report = await ask();
      response.status(report.ready ? 200 : 503).json(report);
    });
  }
  return router;
}
