import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { excuse, type Answering } from './answering.ts';
import type { OfTeams, ServeConfig } from './config.ts';
import { ConfigurationError, RemoteSilence } from './errors.ts';
import { adviceFor } from './http/advice.ts';
import type { Lead } from './lead.ts';
import type { Team } from './open-team.ts';
import type { Leading, News } from './ports/replicas.ts';
import type { Store } from './ports/store.ts';
import type { Within } from './ports/within.ts';

export interface TeamsOptions {
  configs: OfTeams<ServeConfig>;
  open: (config: ServeConfig) => Promise<Team>;
  store: Pick<Store, 'registrations'>;
  within: Within;
  log: Logger;
  signal: AbortSignal;
  /** Before a team is tried again, in milliseconds; it doubles up to `longestPauseMs`. */
  firstPauseMs?: number;
  /** How long the start of all waits for one, in milliseconds. */
  patienceMs?: number;
}

const longestPauseMs = 60_000;

/**
 * The teams of this process. One that can't be served at the start, or not soon, keeps none of the others waiting: it is
 * held, and tried again until it can. A team that is alone ends the start instead, as do teams of which none can be served
 * before somebody has changed something.
 */
export class Teams {
  readonly #options: Required<TeamsOptions>;
  readonly #served = new Map<string, Team>();
  /** By name: what is the matter, and what answers in the team's place where its id is known. */
  readonly #held = new Map<string, { advice: string; answering: Answering | undefined }>();
  readonly #leads = new Set<Lead>();
  #isLeading = false;
  #hasStarted = false;
  #isStopping = false;

  constructor(options: TeamsOptions) {
    this.#options = { firstPauseMs: 5_000, patienceMs: 3_000, ...options };
  }

  /**
   * Opens every team once.
   * @throws as opening does, when there is one team alone; ConfigurationError when that is what keeps every team.
   */
  async open(): Promise<void> {
    const { configs, patienceMs } = this.#options;
    if (configs.length === 1) return this.#open(configs[0]);
    const waiting = new Set<ServeConfig>(configs);
    const problems: string[][] = [];
    const tried = configs.map(async (config) => {
      const error = await this.#try(config);
      waiting.delete(config);
      if (error === undefined) return;
      if (error instanceof ConfigurationError)
        problems.push(error.problems.map((one) => `${config.KCHAT_TEAM}: ${one}`));
      void this.#openLater(config).catch(() => undefined);
    });
    const patience = new AbortController();
    const isOver = wait(patienceMs, undefined, { signal: patience.signal }).catch(() => undefined);
    await Promise.race([Promise.all(tried), isOver]);
    patience.abort();
    if (problems.length === configs.length) throw new ConfigurationError(problems.flat());
    // Their first attempt goes on, and serves them when it succeeds.
    const silence = new RemoteSilence({ service: 'kChat', operation: 'the start', reason: 'timeout' });
    await Promise.all([...waiting].map((config) => this.#hold(config, silence)));
  }

  get served(): readonly Team[] {
    return [...this.#served.values()];
  }

  /** Whichever can do what is all teams' work. */
  get working(): Team | undefined {
    return this.served.find((team) => !team.isHeld()) ?? this.served[0];
  }

  /** By name, what to do about those that are not served. */
  get held(): ReadonlyMap<string, { advice: string }> {
    return this.#held;
  }

  /** Whoever is alone is asked about every other team as well, and says that it is not theirs. */
  find(teamId: string): Answering | undefined {
    if (this.#options.configs.length === 1) return this.served[0];
    const held = [...this.#held.values()].map(({ answering }) => answering);
    return this.#served.get(teamId) ?? held.find((one) => one?.id === teamId);
  }

  hear(news: News): void {
    const { teamId } = news;
    if (teamId === undefined) for (const team of this.served) team.hear(news);
    else this.#served.get(teamId)?.hear(news);
  }

  /** From here on what is owed is done, in teams that come later as well. */
  start(): void {
    this.#hasStarted = true;
    for (const team of this.served) this.#start(team);
  }

  lead(): Leading {
    this.#isLeading = true;
    for (const team of this.served) this.#lead(team);
    return {
      stop: async () => {
        this.#isLeading = false;
        const leads = [...this.#leads];
        this.#leads.clear();
        await Promise.all(leads.map((one) => one.stop()));
      },
    };
  }

  /** No team comes later, either. */
  async stopOwing(): Promise<void> {
    this.#isStopping = true;
    await Promise.all(this.served.map((team) => team.stopOwing()));
  }

  /** @returns whether nothing was running any more after `graceMs`. */
  async drain(graceMs: number): Promise<boolean> {
    const drained = await Promise.all(this.served.map((team) => team.drain(graceMs)));
    return drained.every(Boolean);
  }

  /** Whatever the team begins from here on is written down with its name. */
  async #open(config: ServeConfig): Promise<void> {
    const { within, open } = this.#options;
    await within({ team: config.KCHAT_TEAM }, async () => {
      const team = await open(config);
      if (this.#isStopping) return team.stopOwing();
      this.#served.set(team.id, team);
      if (this.#hasStarted) this.#start(team);
      if (this.#isLeading) this.#lead(team);
    });
  }

  #start(team: Team): void {
    this.#options.within({ team: team.name }, () => {
      team.start();
    });
  }

  #lead(team: Team): void {
    this.#leads.add(this.#options.within({ team: team.name }, () => team.lead()));
  }

  async #hold(config: ServeConfig, error: unknown): Promise<void> {
    const { store, within, log } = this.#options;
    const { KCHAT_TEAM: name, KCHAT_URL: url, DEFAULT_LOCALE: locale } = config;
    const advice = adviceFor(error);
    within({ team: name }, () => {
      log.error({ err: error }, `this team is not served: ${advice}`);
    });
    const held = { advice, answering: this.#held.get(name)?.answering };
    this.#held.set(name, held);
    const known = await store.registrations.team(name).catch(() => undefined);
    held.answering = known && excuse({ id: known.id, name, url, locale });
  }

  /** @throws AbortError when the program stops. */
  async #openLater(config: ServeConfig): Promise<void> {
    const { firstPauseMs, signal } = this.#options;
    for (let pauseMs = firstPauseMs; !this.#isStopping; pauseMs = Math.min(longestPauseMs, pauseMs * 2)) {
      // Not many teams in the same moment.
      await wait(pauseMs * (0.75 + Math.random() / 2), undefined, { signal });
      if ((await this.#try(config)) === undefined) return;
    }
  }

  /** @returns what kept it from being served. */
  async #try(config: ServeConfig): Promise<unknown> {
    const { within, log } = this.#options;
    const { KCHAT_TEAM: name } = config;
    try {
      await this.#open(config);
    } catch (error) {
      // By then it is no team's fault, and the database may be closed.
      if (!this.#isStopping) await this.#hold(config, error);
      return error;
    }
    if (this.#held.delete(name) && !this.#isStopping) {
      within({ team: name }, () => {
        log.info({}, 'this team is served from now on');
      });
    }
    return undefined;
  }
}
