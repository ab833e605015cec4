import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Observe } from '../ports/observe.ts';
import { countFacts } from './facts.ts';
import { readGauges, type GaugeSources } from './gauges.ts';

export interface Metrics {
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
    observe: (fact) => {
      for (const observe of observers) observe(fact);
    },
    print: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}
