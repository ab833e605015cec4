import type { Server } from 'node:http';
import { commands } from '../commands/index.ts';
import packageFile from '../package.json' with { type: 'json' };
import { oweAsTried } from './after-restore.ts';
import { createLooks } from './arrivals/looks.ts';
import { fileToCopy } from './backup.ts';
import { copyInThread } from './backups/copy-in-thread.ts';
import { createBackups } from './backups/folder.ts';
import { drawBarChart } from './charts/draw-bar-chart.ts';
import { createCallLimits } from './call-limits.ts';
import { closeServer } from './close-server.ts';
import { createAnswerer } from './command-line/answer-command.ts';
import { createFormAnswerer } from './command-line/answer-form.ts';
import { answerOnce } from './command-line/answer-once.ts';
import { createPressAnswerer } from './command-line/answer-press.ts';
import { createRegistry } from './command-line/registry.ts';
import type { ServeConfig } from './config.ts';
import { jobKinds } from './deliveries/kinds/all.ts';
import { oweBackup } from './deliveries/owe-backup.ts';
import { Worker } from './deliveries/worker.ts';
import { holdWhileRefused } from './hold-while-refused.ts';
import { rereadTokens } from './http/command-tokens.ts';
import { Readiness } from './http/readiness.ts';
import { createHttpApp } from './http/server.ts';
import { createWriter } from './infomaniak/ai.ts';
import { createBudget, type Budget } from './infomaniak/budget.ts';
import { createProvisioning } from './infomaniak/provisioning.ts';
import { createCallerLookup } from './invitations/caller.ts';
import type { Dependencies } from './invitations/dependencies.ts';
import { oweDigest } from './invitations/digest.ts';
import { cardDocument } from './kchat/cards.ts';
import { createChat } from './kchat/chat.ts';
import { lead } from './lead.ts';
import { listen } from './listen.ts';
import { logFacts } from './log-facts.ts';
import { createMetrics } from './metrics/create-metrics.ts';
import type { Logger } from 'pino';
import type { Backups } from './ports/backups.ts';
import type { Clock } from './ports/clock.ts';
import type { DeliveryKind } from './ports/delivery-store.ts';
import type { Observe } from './ports/observe.ts';
import type { RealtimeState } from './ports/realtime.ts';
import type { News, Replicas } from './ports/replicas.ts';
import type { Store } from './ports/store.ts';
import type { Within } from './ports/within.ts';
import type { Writer } from './ports/writer.ts';
import { recallSpending } from './recall-spending.ts';
import { readCommandTokenHashes, type Registered } from './registered.ts';
import { owePeriodically } from './schedule.ts';
import { readSettings } from './settings.ts';
import { interactionTexts } from './texts/interactions.ts';
import { createTickets } from './tickets.ts';

export interface App {
  server: Server;
  /** Ordered: readiness off, lead and cron off, HTTP closed, claiming stopped, running deliveries awaited. */
  stop(): Promise<void>;
}

export interface AppOptions {
  config: ServeConfig;
  registered: Registered & { botToken: string };
  store: Store;
  replicas: Replicas;
  clock: Clock;
  log: Logger;
  within: Within;
}

const drainMs = 10_000;

/** The only place where adapters are built and parts are joined. */
export async function startApp(options: AppOptions): Promise<App> {
  const { config, registered, store, replicas, clock, log, within } = options;
  // Until there is work to hold, a refused token ends the start.
  let onTokenRefused = () => Promise.resolve();
  const chat = createChat({
    url: config.KCHAT_URL,
    token: registered.botToken,
    publicUrl: config.PUBLIC_URL,
    onTokenRefused: () => onTokenRefused(),
  });
  const abort = new AbortController();
  const bot = await chat.identify();
  const settings = await readSettings({ bot, chat, store, config, registered, now: clock.now() });
  const budget = createBudget({
    ratePerMinute: config.INFOMANIAK_RATE_PER_MINUTE,
    spending: await recallSpending(store, settings.team.id, clock),
    signal: abort.signal,
  });
  let realtimeState = (): RealtimeState => 'off';
  const backups = backupsFor(config);
  const metrics = createMetrics(packageFile.version, {
    clock,
    kinds: () => Object.keys(kinds) as DeliveryKind[],
    tally: () => store.deliveries.tally(settings.team.id),
    budget: () => budget.usage(),
    realtime: () => realtimeState(),
    newestBackup: backups && (() => backups.newest()),
  });
  const writeDown = logFacts(log);
  const observe: Observe = (fact) => {
    metrics.observe(fact);
    writeDown(fact);
  };
  const provisioning = createProvisioning({
    apiUrl: config.INFOMANIAK_API_URL,
    token: config.INFOMANIAK_API_TOKEN,
    accountId: config.INFOMANIAK_ACCOUNT_ID,
    budget,
    signal: abort.signal,
    onWarning: (message, details) => {
      log.warn({ ...details }, message);
    },
    onRequest: (observation) => {
      observe({ happened: 'provider_request', ...observation });
    },
  });
  const tickets = createTickets(config.SECRET_KEY);
  const writer = writerFor(config, log, budget, abort.signal);
  const adapters = { store, chat, provisioning, clock, tickets, writer, drawChart: drawBarChart, observe, backups };
  const deps: Dependencies = { ...adapters, settings };

  const working = afterRestore(deps, log);
  const kinds = jobKinds(working, createLooks(working));
  const worker = new Worker({
    ...{ store: working.store, clock, log, within, observe, kinds },
    holder: replicas.holder,
    mayClaim: () => replicas.isPresent(),
    onAttempt: (dedupeKey) => {
      replicas.tell({ about: 'attempt', dedupeKey });
    },
  });
  const wake = () => {
    replicas.tell({ about: 'owed' });
  };
  const wakingStore = wakeAfterWrites(store, wake);
  const readiness = new Readiness(
    { database: () => store.ping(), kchat: () => chat.identify(), provider: () => provisioning.checkAccess() },
    clock,
  );
  const hold = holdWhileRefused({
    identify: () => chat.identify(),
    pause: () => {
      readiness.distrust('kchat');
      worker.pause();
    },
    resume: () => {
      worker.resume();
    },
    log,
  });
  onTokenRefused = () => hold.refused();
  const callers = createCallerLookup(chat, settings, clock);
  const redeeming = {
    deps: { ...deps, store: wakingStore },
    registry: createRegistry(commands),
    callers,
    limits: createCallLimits(config.COMMANDS_PER_MINUTE),
  };
  const attempted = (dedupeKey: string, ms: number) => worker.attempts.next(dedupeKey, ms);
  const answer = answerOnce({
    answer: createAnswerer({ ...redeeming, attempted }),
    clock,
    locale: config.DEFAULT_LOCALE,
  });

  const http = createHttpApp({
    answer,
    press: createPressAnswerer(redeeming),
    submit: createFormAnswerer({ ...redeeming, log }),
    cardUpdate: (card) => cardDocument(card, `${config.PUBLIC_URL}/kchat/action`),
    failed: interactionTexts[config.DEFAULT_LOCALE].failed,
    readiness,
    clock,
    metrics: () => metrics.print(),
    observe,
    within,
    log,
    validTokenHashes: rereadTokens({
      first: registered.commandTokenHashes,
      read: () => readCommandTokenHashes(store, config),
      clock,
      onError: (error) => {
        log.error({ err: error }, 'the command tokens could not be read again; those known so far count');
      },
    }),
  });
  // First of all that runs on: where the port is taken, nothing else has begun that would have to be ended.
  const server = await listen(http, config.PORT, config.HOST);

  const hear = (news: News) => {
    if (news.about === 'owed') worker.wake();
    else if (news.about === 'attempt') worker.attempts.announce(news.dedupeKey);
    else callers.forget(news.userId);
  };
  const leading = {
    ...{ config, token: registered.botToken, bot, deps, log, pollSchedule: config.POLL_SCHEDULE, onOwed: wake },
    onRights: (userId: string) => {
      replicas.tell({ about: 'rights', userId });
    },
  };
  const startLeading = () => {
    const led = lead(leading);
    realtimeState = () => led.realtimeState();
    return led;
  };
  await replicas.join({ onNews: hear, lead: startLeading }).catch(async (error: unknown) => {
    await closeServer(server);
    throw error;
  });
  worker.start();
  const hooks = {
    onOwed: wake,
    onError: (error: unknown) => {
      log.error({ err: error }, 'periodical work could not be owed');
    },
  };
  // By each process: one digest is owed all the same, and none is missed because the lead changes at that moment.
  const schedules = [
    owePeriodically('digest', config.DIGEST_SCHEDULE, () => oweDigest(deps), hooks),
    ...(backups ? [owePeriodically('backup', config.BACKUP_SCHEDULE, () => oweBackup(deps), hooks)] : []),
  ];

  return {
    server,
    stop: async () => {
      readiness.stop();
      hold.stop();
      await replicas.resign();
      for (const one of schedules) await one.destroy();
      await closeServer(server);
      const drained = await worker.stop(drainMs);
      await replicas.leave();
      if (!drained) log.warn({}, 'some deliveries were still running; they are resumed at the next start');
      abort.abort();
    },
  };
}

/** Euria's own words, where the operator has an AI product; a welcome does without them when it fails. */
function writerFor(config: ServeConfig, log: Logger, budget: Budget, signal: AbortSignal): Writer | undefined {
  const { INFOMANIAK_AI_PRODUCT_ID: productId, INFOMANIAK_AI_MODEL: model } = config;
  if (productId === undefined || model === undefined) return undefined;
  return createWriter({
    apiUrl: config.INFOMANIAK_API_URL,
    token: config.INFOMANIAK_API_TOKEN,
    productId,
    model,
    budget,
    signal,
    onFailure: (error) => {
      log.warn({ err: error }, 'the AI Tools did not write a welcome; the template is sent');
    },
  });
}

/** In a restored database, what is found is looked for before it is told. */
function afterRestore(deps: Dependencies, log: Logger): Dependencies {
  const { restoredFrom } = deps.settings;
  if (restoredFrom === undefined) return deps;
  log.warn(
    { copiedAt: new Date(restoredFrom).toISOString() },
    'this database is a copy; what was done after it was made is looked for before it is done again',
  );
  return { ...deps, store: oweAsTried(deps.store, restoredFrom) };
}

/** Copies of the database, where the operator has a folder for them. */
function backupsFor(config: ServeConfig): Backups | undefined {
  const { BACKUP_DIR: folder, BACKUP_KEEP: keep } = config;
  if (folder === undefined) return undefined;
  return createBackups({ from: fileToCopy(config), folder, keep, copy: copyInThread });
}

/** A command's writes are worth acting on at once: its reply waits for them. */
function wakeAfterWrites(store: Store, wake: () => void): Store {
  return {
    ...store,
    transaction: async (work) => {
      const result = await store.transaction(work);
      wake();
      return result;
    },
  };
}
