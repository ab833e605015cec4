import { startApp } from './app.ts';
import { loadServeConfigs } from './config.ts';
import { openToServe } from './database.ts';
import { createLogContext } from './log-context.ts';
import { createLogger } from './logger.ts';
import { systemClock } from './ports/clock.ts';
import { stopOnSignal } from './stop-on-signal.ts';

/**
 * Serves until a signal ends it. The first SIGTERM or SIGINT stops in order, a second one at once (exit code 1).
 * @throws ConfigurationError, RefusedStartError, DatabaseUnavailableError, or a remote error when the kChat of the only
 *   team does not answer at the start.
 */
export async function serve(): Promise<void> {
  const configs = loadServeConfigs();
  const [config] = configs;
  const { within, ids } = createLogContext();
  const log = createLogger(config.LOG_LEVEL, undefined, ids);
  const { store, replicas, close } = await openToServe(config, log);
  try {
    const stopRequested = stopOnSignal();
    const app = await startApp({ configs, store, replicas, clock: systemClock, log, within });
    const { served, held } = app.teams;
    const teams = { served: served.map(({ name }) => name), held: [...held.keys()] };
    log.info({ address: app.server.address(), ...teams }, 'serving');

    log.info({ signal: await stopRequested }, 'stopping; a second signal ends at once');
    await app.stop();
    log.info({}, 'stopped');
  } finally {
    await close();
  }
}
