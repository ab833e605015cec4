import type { Server } from 'node:http';
import type { Logger } from 'pino';
import packageFile from '../package.json' with { type: 'json' };
import { answerAll } from './answering.ts';
import { fileToCopy } from './backup.ts';
import { copyInThread } from './backups/copy-in-thread.ts';
import { createBackups } from './backups/folder.ts';
import { closeServer } from './close-server.ts';
import type { OfTeams, ServeConfig } from './config.ts';
import { DueLook } from './deliveries/due-look.ts';
import { oweBackup } from './deliveries/owe-backup.ts';
import { rereadTokens } from './http/command-tokens.ts';
import { Readiness } from './http/readiness.ts';
import { createHttpApp } from './http/server.ts';
import { cardDocument } from './kchat/cards.ts';
import { listen } from './listen.ts';
import { createMetrics } from './metrics/create-metrics.ts';
import { openTeam, type Shared } from './open-team.ts';
import { ownChecks } from './own-checks.ts';
import type { Backups } from './ports/backups.ts';
import type { Clock } from './ports/clock.ts';
import type { News, Replicas } from './ports/replicas.ts';
import type { TeamsStore } from './ports/store.ts';
import type { Within } from './ports/within.ts';
import { reportReadiness } from './report-readiness.ts';
import { readCommandTokens } from './registered.ts';
import { owePeriodically } from './schedule.ts';
import { createBudgets } from './shared-budgets.ts';
import { Teams } from './teams.ts';
import { createTickets } from './tickets.ts';

export interface App {
  server: Server;
  teams: Teams;
  /** Ordered: readiness off, lead and cron off, HTTP closed, claiming stopped, running deliveries awaited. */
  stop(): Promise<void>;
}

export interface AppOptions {
  /** What belongs to the process is the same in all. */
  configs: OfTeams<ServeConfig>;
  store: TeamsStore;
  replicas: Replicas;
  clock: Clock;
  log: Logger;
  within: Within;
}

const drainMs = 10_000;

/**
 * One process: what its teams share, and the address at which all of them are reached (open-team.ts has the rest).
 * @throws what keeps it from starting; nothing of it runs on then.
 */
export async function startApp(options: AppOptions): Promise<App> {
  const abort = new AbortController();
  try {
    return await start(options, abort);
  } catch (error) {
    abort.abort();
    throw error;
  }
}

async function start(options: AppOptions, abort: AbortController): Promise<App> {
  const { configs, store, replicas, clock, log, within } = options;
  const [config] = configs;
  const { signal } = abort;
  const tickets = createTickets(config.SECRET_KEY);
  const backups = backupsFor(config);
  const metrics = createMetrics(packageFile.version, {
    clock,
    teams: () => teams.served.map(({ sources }) => sources),
    held: () => [...teams.held.keys()],
    newestBackup: backups && (() => backups.newest()),
  });
  const shared: Shared = {
    ...{ store, replicas, clock, log, within, tickets, backups, signal },
    dueLook: new DueLook({ deliveries: store.deliveries, clock }),
    budgetOf: createBudgets({ configs, store, clock, signal }),
    observeIn: (team) => metrics.observeIn(team),
    teamNames: configs.map(({ KCHAT_TEAM }) => KCHAT_TEAM),
    // A probe has to be answered in time, whichever of many teams is slow.
    patienceMs: configs.length === 1 ? 3_000 : 500,
  };
  const teams = new Teams({ configs, open: (one) => openTeam(one, shared), store, within, log, signal });
  await teams.open();

  const own = new Readiness(ownChecks(store, replicas), clock);
  const readTokens = () => readCommandTokens(store, configs);
  const tokens = rereadTokens({
    first: await readTokens(),
    read: readTokens,
    clock,
    onError: (error) => {
      log.error({ err: error }, 'the command tokens could not be read again; those known so far count');
    },
  });
  const http = createHttpApp({
    ...answerAll({ teamOf: (id) => teams.find(id), tickets, within, locale: config.DEFAULT_LOCALE }),
    cardUpdate: (card) => cardDocument(card, `${config.PUBLIC_URL}/kchat/action`),
    ready: () => reportReadiness(own, teams, configs.length === 1),
    // Others do what it writes down, where it can't claim anything itself; without a team it writes nothing down.
    takesCommands: async () => {
      const report = await own.report(['database']);
      return { ...report, ready: report.ready && teams.served.length > 0 };
    },
    clock,
    metrics: () => metrics.print(),
    observe: metrics.observe,
    within,
    log,
    validTokenHashes: async (teamId) => {
      const known = await tokens();
      return teamId === undefined ? [...known.values()].flat() : (known.get(teams.find(teamId)?.id ?? '') ?? []);
    },
  });
  // First of all that runs on: where the port is taken, nothing has begun but trying again what could not be opened.
  const server = await listen(http, config.PORT, config.HOST);
  const onNews = (news: News) => {
    teams.hear(news);
  };
  await replicas.join({ onNews, lead: () => teams.lead() }).catch(async (error: unknown) => {
    await closeServer(server);
    throw error;
  });
  teams.start();
  const schedules = backups ? [oweBackups(config, teams, shared)] : [];

  return {
    server,
    teams,
    stop: async () => {
      own.stop();
      await replicas.resign();
      await teams.stopOwing();
      for (const one of schedules) await one.destroy();
      await closeServer(server);
      const drained = await teams.drain(drainMs);
      await replicas.leave();
      if (!drained) log.warn({}, 'some deliveries were still running; they are resumed at the next start');
      abort.abort();
    },
  };
}

/** Copies of the database, where the operator has a folder for them. */
function backupsFor(config: ServeConfig): Backups | undefined {
  const { BACKUP_DIR: folder, BACKUP_KEEP: keep } = config;
  if (folder === undefined) return undefined;
  return createBackups({ from: fileToCopy(config), folder, keep, copy: copyInThread });
}

/** The database is all teams'; its copy is owed in one whose work does not wait. */
function oweBackups(config: ServeConfig, teams: Teams, { replicas, log }: Shared) {
  const owe = async () => {
    const { working } = teams;
    if (working) await oweBackup(working.deps);
    else log.error({}, 'no copy of the database could be owed, because no team is served');
  };
  return owePeriodically('backup', config.BACKUP_SCHEDULE, owe, {
    onOwed: () => {
      replicas.tell({ about: 'owed' });
    },
    onError: (error) => {
      log.error({ err: error }, 'periodical work could not be owed');
    },
  });
}
