import type { Logger } from 'pino';
import { lookAfterRestore } from './after-restore.ts';
import { answerTeam } from './answer-team.ts';
import type { Answering } from './answering.ts';
import { createLooks } from './arrivals/looks.ts';
import type { ServeConfig } from './config.ts';
import type { DueLook } from './deliveries/due-look.ts';
import { jobKinds } from './deliveries/kinds/all.ts';
import { Worker } from './deliveries/worker.ts';
import { ConfigurationError } from './errors.ts';
import { holdWhileRefused } from './hold-while-refused.ts';
import { Readiness } from './http/readiness.ts';
import { createCallerLookup } from './invitations/caller.ts';
import type { Dependencies } from './invitations/dependencies.ts';
import { oweDigest } from './invitations/digest.ts';
import { createChat } from './kchat/chat.ts';
import { lead, type Lead } from './lead.ts';
import { logFacts } from './log-facts.ts';
import type { TeamSources } from './metrics/gauges.ts';
import type { Backups } from './ports/backups.ts';
import type { Clock } from './ports/clock.ts';
import type { DeliveryKind } from './ports/delivery-store.ts';
import type { Observe } from './ports/observe.ts';
import type { News, Replicas } from './ports/replicas.ts';
import type { TeamsStore } from './ports/store.ts';
import type { Tickets } from './ports/tickets.ts';
import type { Within } from './ports/within.ts';
import { readRegistered, registrationProblems, sealAnew } from './registered.ts';
import { owePeriodically } from './schedule.ts';
import { readSettings } from './settings.ts';
import type { BudgetOf } from './shared-budgets.ts';
import { buildDependencies } from './team-adapters.ts';

/** What the teams of a process share. None of it tells one of them anything about another. */
export interface Shared {
  store: TeamsStore;
  replicas: Replicas;
  clock: Clock;
  log: Logger;
  within: Within;
  tickets: Tickets;
  dueLook: DueLook;
  backups: Backups | undefined;
  budgetOf: BudgetOf;
  /** Of a team, by its name. */
  observeIn: (team: string) => Observe;
  /** The names of all teams of the configuration. */
  teamNames: readonly string[];
  /** How long a probe waits for kChat and Infomaniak, in milliseconds. */
  patienceMs: number;
  /** Breaks off what is under way. */
  signal: AbortSignal;
}

/** One team, served. */
export interface Team extends Answering {
  deps: Dependencies;
  readiness: Readiness;
  sources: TeamSources;
  hear(news: News): void;
  /** Whether what is owed waits until kChat accepts the bot's token again. */
  isHeld(): boolean;
  /** From here on what is owed is done. */
  start(): void;
  /** What one process does for all that share the database. */
  lead(): Lead;
  /** Nothing more is owed by the clock. */
  stopOwing(): Promise<void>;
  /** Claims nothing more and waits for what runs. @returns false when something was still running. */
  drain(graceMs: number): Promise<boolean>;
}

/**
 * Joins the parts of one team.
 * @throws ConfigurationError for a team that is not registered or that kChat does not know; RemoteError when kChat does
 *   not answer.
 */
export async function openTeam(config: ServeConfig, shared: Shared): Promise<Team> {
  const { store: database, replicas, clock, log, within, signal } = shared;
  const name = config.KCHAT_TEAM;
  const registered = await readRegistered(database, config);
  const { botToken } = registered;
  if (botToken === undefined || registered.commandTokenHashes.length === 0) {
    throw new ConfigurationError(registrationProblems(registered));
  }
  if (await sealAnew(database, config)) log.info({}, 'the stored secrets are sealed with the first key from now on');

  // Until there is work to hold, a refused token ends the start.
  let onTokenRefused = () => Promise.resolve();
  const chat = createChat({
    url: config.KCHAT_URL,
    token: botToken,
    publicUrl: config.PUBLIC_URL,
    onTokenRefused: () => onTokenRefused(),
  });
  const bot = await chat.identify();
  const { teamNames } = shared;
  const now = clock.now();
  const settings = await readSettings({ bot, chat, store: database, config, registered, teamNames, now });
  const { id } = settings.team;
  const store = database.forTeam(id);
  const budget = await shared.budgetOf(config, id);
  const counted = shared.observeIn(name);
  const writeDown = logFacts(log);
  const observe: Observe = (fact) => {
    counted(fact);
    writeDown(fact);
  };
  const { tickets, backups } = shared;
  const parts = { config, settings, chat, budget, store, clock, tickets, backups, observe, log, signal };
  const deps = buildDependencies(parts);

  const working = lookAfterRestore(deps, log);
  const kinds = jobKinds(working, createLooks(working));
  const worker = new Worker({
    ...{ teamId: id, store: working.store, clock, log, within, observe, kinds },
    holder: replicas.holder,
    mayClaim: () => replicas.isPresent(),
    untilDue: (alarm) => shared.dueLook.until(id, alarm),
    onAttempt: (dedupeKey) => {
      replicas.tell({ about: 'attempt', dedupeKey, teamId: id });
    },
  });
  const wake = () => {
    replicas.tell({ about: 'owed', teamId: id });
  };
  const readiness = new Readiness(
    { kchat: () => chat.identify(), provider: () => deps.provisioning.checkAccess() },
    clock,
    shared.patienceMs,
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
  const attempted = (dedupeKey: string, ms: number) => worker.attempts.next(dedupeKey, ms);
  let leading: Lead | undefined;
  const hooks = {
    onOwed: wake,
    onError: (error: unknown) => {
      log.error({ err: error }, 'periodical work could not be owed');
    },
  };
  let digest: ReturnType<typeof owePeriodically> | undefined;

  return {
    ...{ id, name, url: config.KCHAT_URL, locale: config.DEFAULT_LOCALE, deps, readiness },
    ...answerTeam({ config, deps, callers, attempted, wake, log }),
    sources: {
      name,
      kinds: Object.keys(kinds) as DeliveryKind[],
      tally: () => store.deliveries.tally(id),
      budget: () => budget.usage(),
      realtime: () => leading?.realtimeState() ?? 'off',
    },
    hear: (news) => {
      if (news.about === 'owed') worker.wake();
      else if (news.about === 'attempt') worker.attempts.announce(news.dedupeKey);
      else callers.forget(news.userId);
    },
    isHeld: () => hold.isHeld(),
    start: () => {
      worker.start();
      // By each process: one digest is owed all the same, and none is missed because the lead changes at that moment.
      digest = owePeriodically('digest', config.DIGEST_SCHEDULE, () => oweDigest(deps), hooks);
    },
    lead: () => {
      leading = lead({
        ...{ config, token: botToken, bot, deps, log, pollSchedule: config.POLL_SCHEDULE, onOwed: wake },
        onRights: (userId: string) => {
          replicas.tell({ about: 'rights', userId, teamId: id });
        },
      });
      return leading;
    },
    stopOwing: async () => {
      hold.stop();
      await digest?.destroy();
    },
    drain: (graceMs) => worker.stop(graceMs),
  };
}
