import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Observe } from '../ports/observe.ts';
import { countReplies } from './count-replies.ts';
import { countFacts } from './facts.ts';
import { readGauges, type GaugeSources } from './gauges.ts';

export interface Metrics {
  /** Of one team, by its name. */
  observeIn(team: string): Observe;
  /** Of the program as a whole: replies. */
  observe: Observe;
  /** Everything, in Prometheus' text format. */
  print(): Promise<PrintedMetrics>;
}

export interface PrintedMetrics {
  contentType: string;
  text: string;
}

/** The metrics of one program, in a registry of its own. */
export function createMetrics(version: string, sources: GaugeSources): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'kchat_invite_build_info',
    help: 'Always 1; the labels say what runs.',
    labelNames: ['version', 'node'],
    registers: [registry],
  }).set({ version, node: process.version }, 1);
  const observers = [countFacts(registry), readGauges(registry, sources)];
  return {
    observeIn: (team) => {
      const observing = observers.map((observer) => observer(team));
      return (fact) => {
        for (const observe of observing) observe(fact);
      };
    },
    observe: countReplies(registry),
    print: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}
