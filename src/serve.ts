import { startApp } from './app.ts';
import { loadServeConfig } from './config.ts';
import { openToServe } from './database.ts';
import { ConfigurationError } from './errors.ts';
import { createLogContext } from './log-context.ts';
import { createLogger } from './logger.ts';
import { systemClock } from './ports/clock.ts';
import { readRegistered, registrationProblems, sealAnew } from './registered.ts';
import { stopOnSignal } from './stop-on-signal.ts';

/**
 * Serves until a signal ends it. The first SIGTERM or SIGINT stops in order, a second one at once (exit code 1).
 * @throws ConfigurationError, RefusedStartError, DatabaseUnavailableError, or a remote error when kChat does not answer
 *   at the start.
 */
export async function serve(): Promise<void> {
  const config = loadServeConfig();
  const { within, ids } = createLogContext();
  const log = createLogger(config.LOG_LEVEL, undefined, ids);
  const { store, replicas, close } = await openToServe(config, log);
  try {
    const registered = await readRegistered(store, config);
    const { botToken } = registered;
    if (botToken === undefined || registered.commandTokenHashes.length === 0) {
      throw new ConfigurationError(registrationProblems(registered));
    }
    if (await sealAnew(store, config)) log.info({}, 'the stored secrets are sealed with the first key from now on');
    const stopRequested = stopOnSignal();
    const app = await startApp({
      ...{ config, registered: { ...registered, botToken } },
      ...{ store, replicas, clock: systemClock, log, within },
    });
    log.info({ address: app.server.address(), team: config.KCHAT_TEAM }, 'serving');

    log.info({ signal: await stopRequested }, 'stopping; a second signal ends at once');
    await app.stop();
    log.info({}, 'stopped');
  } finally {
    await close();
  }
}
