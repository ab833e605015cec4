import { Gauge, type Registry } from 'prom-client';
import type { Clock } from '../ports/clock.ts';
import type { DeliveryKind, DeliveryTally } from '../ports/delivery-store.ts';
import type { Observe } from '../ports/observe.ts';
import type { RealtimeState } from '../ports/realtime.ts';
import { remembered } from './remembered.ts';

/** What is looked up when the metrics are asked for. */
export interface GaugeSources {
  clock: Clock;
  kinds: () => readonly DeliveryKind[];
  tally: () => Promise<readonly DeliveryTally[]>;
  /** The provider's budget, in requests of the last minute. */
  budget: () => { used: number; left: number; waiting: number };
  realtime: () => RealtimeState;
  /** When the newest copy of the database was made; without, none are made. */
  newestBackup?: (() => Promise<number | undefined>) | undefined;
}

const states = ['ready', 'dead'] as const;

/** Counting takes some milliseconds with many deliveries owed; whoever asks all the time must not slow the bot down. */
const tallyMs = 5_000;

/**
 * What stands at this moment. A source that fails leaves its metrics out; the others are told all the same.
 * @returns what has to be observed for it.
 */
export function readGauges(registry: Registry, sources: GaugeSources): Observe {
  const { clock, kinds, tally, budget, realtime, newestBackup } = sources;
  const registers = [registry];
  const counted = remembered(tallyMs, clock, tally);
  new Gauge({
    name: 'kchat_invite_deliveries',
    help: 'Deliveries that are owed (ready, be it now or later) and those that were given up (dead).',
    labelNames: ['kind', 'state'],
    registers,
    async collect() {
      const tallies = await counted().catch(() => undefined);
      this.reset();
      if (!tallies) return;
      for (const kind of kinds()) for (const state of states) this.set({ kind, state }, 0);
      for (const { kind, state, count } of tallies) this.set({ kind, state }, count);
    },
  });
  new Gauge({
    name: 'kchat_invite_oldest_due_age_seconds',
    help: 'For how long the delivery that has waited longest has been due.',
    registers,
    async collect() {
      const tallies = await counted().catch(() => undefined);
      this.remove();
      if (!tallies) return;
      const runAt = tallies.filter(({ state }) => state === 'ready').map(({ oldestRunAt }) => oldestRunAt);
      this.set(Math.max(0, clock.now() - Math.min(...runAt)) / 1_000);
    },
  });
  new Gauge({
    name: 'kchat_invite_provider_budget',
    help: 'Requests to Infomaniak: used in the last minute, left of it, and waiting for their turn.',
    labelNames: ['state'],
    registers,
    collect() {
      for (const [state, count] of Object.entries(budget())) this.set({ state }, count);
    },
  });
  new Gauge({
    name: 'kchat_invite_realtime_connected',
    help: '1 while kChat is listened to, 0 while that does not work; left out where it is off or another process listens.',
    registers,
    collect() {
      const state = realtime();
      if (state === 'off') this.remove();
      else this.set(state === 'connected' ? 1 : 0);
    },
  });

  // A start counts as a look and as a copy: until there was time for one, nothing is late.
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
  let lookedAt = startedAt;
  new Gauge({
    name: 'kchat_invite_poll_age_seconds',
    help: 'Since the last look at Infomaniak and the roster that went well, or since the start.',
    registers,
    collect() {
      this.set((clock.now() - lookedAt) / 1_000);
    },
  });
  return (fact) => {
    if (fact.happened === 'attempt' && fact.kind === 'poll' && fact.outcome === 'done') lookedAt = clock.now();
  };
}
