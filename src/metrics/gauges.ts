import { Gauge, type Registry } from 'prom-client';
import type { Clock } from '../ports/clock.ts';
import type { DeliveryKind, DeliveryTally } from '../ports/delivery-store.ts';
import type { Observe } from '../ports/observe.ts';
import type { RealtimeState } from '../ports/realtime.ts';
import { remembered } from './remembered.ts';

/** What is looked up when the metrics are asked for. */
export interface GaugeSources {
  clock: Clock;
  /** Those that are served at the moment. */
  teams: () => readonly TeamSources[];
  /** The names of those that can't be served at the moment. */
  held: () => readonly string[];
  /** When the newest copy of the database was made; without, none are made. */
  newestBackup?: (() => Promise<number | undefined>) | undefined;
}

/** The same for one team. */
export interface TeamSources {
  name: string;
  kinds: readonly DeliveryKind[];
  tally: () => Promise<readonly DeliveryTally[]>;
  /** The provider's budget, in requests of the last minute. */
  budget: () => { used: number; left: number; waiting: number };
  realtime: () => RealtimeState;
}

const states = ['ready', 'dead'] as const;

/** Counting takes some milliseconds with many deliveries owed; whoever asks all the time must not slow the bot down. */
const tallyMs = 5_000;

/**
 * What stands at this moment. A source that fails leaves its metrics out; the others are told all the same.
 * @returns what has to be observed for it, by team.
 */
export function readGauges(registry: Registry, sources: GaugeSources): (team: string) => Observe {
  const { clock, teams, held, newestBackup } = sources;
  const registers = [registry];
  const counts = new WeakMap<TeamSources, TeamSources['tally']>();
  const countOf = async (team: TeamSources) => {
    const count = counts.get(team) ?? remembered(tallyMs, clock, team.tally);
    counts.set(team, count);
    return { team, tally: await count().catch((): undefined => undefined) };
  };
  const tallies = () => Promise.all(teams().map(countOf));
  new Gauge({
    name: 'kchat_invite_team_served',
    help: '1 for a team that is served, 0 for one that can not be: the log says why, and it is tried again.',
    labelNames: ['team'],
    registers,
    collect() {
      this.reset();
      for (const team of held()) this.set({ team }, 0);
      for (const { name: team } of teams()) this.set({ team }, 1);
    },
  });
  new Gauge({
    name: 'kchat_invite_deliveries',
    help: 'Deliveries that are owed (ready, be it now or later) and those that were given up (dead).',
    labelNames: ['team', 'kind', 'state'],
    registers,
    async collect() {
      const counted = await tallies();
      this.reset();
      for (const { team, tally } of counted.filter(({ tally }) => tally !== undefined)) {
        for (const kind of team.kinds) for (const state of states) this.set({ team: team.name, kind, state }, 0);
        for (const { kind, state, count } of tally ?? []) this.set({ team: team.name, kind, state }, count);
      }
    },
  });
  new Gauge({
    name: 'kchat_invite_oldest_due_age_seconds',
    help: 'For how long the delivery that has waited longest has been due.',
    labelNames: ['team'],
    registers,
    async collect() {
      const counted = await tallies();
      this.reset();
      for (const { team, tally } of counted) {
        if (!tally) continue;
        const runAt = tally.filter(({ state }) => state === 'ready').map(({ oldestRunAt }) => oldestRunAt);
        this.set({ team: team.name }, Math.max(0, clock.now() - Math.min(...runAt)) / 1_000);
      }
    },
  });
  new Gauge({
    name: 'kchat_invite_provider_budget',
    help: 'Requests to Infomaniak: used in the last minute, left of it, and waiting for their turn.',
    labelNames: ['team', 'state'],
    registers,
    collect() {
      this.reset();
      for (const { name: team, budget } of teams())
        for (const [state, count] of Object.entries(budget())) this.set({ team, state }, count);
    },
  });
  new Gauge({
    name: 'kchat_invite_realtime_connected',
    help: '1 while kChat is listened to, 0 while that does not work; left out where it is off or another process listens.',
    labelNames: ['team'],
    registers,
    collect() {
      this.reset();
      for (const { name: team, realtime } of teams()) {
        const state = realtime();
        if (state !== 'off') this.set({ team }, state === 'connected' ? 1 : 0);
      }
    },
  });

  // Being served from now on counts as a look, a start as a copy: until there was time for one, nothing is late.
  const startedAt = clock.now();
  if (newestBackup) {
    new Gauge({
      name: 'kchat_invite_backup_age_seconds',
      help: 'Since the newest copy of the database was made, or since the start; left out where none are made.',
      registers,
      async collect() {
        this.set((clock.now() - ((await newestBackup()) ?? startedAt)) / 1_000);
      },
    });
  }
  const lookedAt = new Map<string, number>();
  new Gauge({
    name: 'kchat_invite_poll_age_seconds',
    help: 'Since the last look at Infomaniak and the roster that went well, or since the team was first served.',
    labelNames: ['team'],
    registers,
    collect() {
      for (const { name: team } of teams())
        this.set({ team }, (clock.now() - (lookedAt.get(team) ?? startedAt)) / 1_000);
    },
  });
  return (team) => {
    lookedAt.set(team, clock.now());
    return (fact) => {
      if (fact.happened === 'attempt' && fact.kind === 'poll' && fact.outcome === 'done')
        lookedAt.set(team, clock.now());
    };
  };
}
