import type { Logger } from 'pino';
import { drawBarChart } from './charts/draw-bar-chart.ts';
import type { ServeConfig } from './config.ts';
import { createWriter } from './infomaniak/ai.ts';
import type { Budget } from './infomaniak/budget.ts';
import { createProvisioning } from './infomaniak/provisioning.ts';
import type { Dependencies, Settings } from './invitations/dependencies.ts';
import type { Backups } from './ports/backups.ts';
import type { Chat } from './ports/chat.ts';
import type { Clock } from './ports/clock.ts';
import type { Observe } from './ports/observe.ts';
import type { Store } from './ports/store.ts';
import type { Tickets } from './ports/tickets.ts';
import type { Writer } from './ports/writer.ts';

export interface TeamAdaptersOptions {
  config: ServeConfig;
  settings: Settings;
  chat: Chat;
  budget: Budget;
  store: Store;
  clock: Clock;
  tickets: Tickets;
  backups: Backups | undefined;
  observe: Observe;
  log: Logger;
  /** Breaks off what is under way at Infomaniak. */
  signal: AbortSignal;
}

/** What the use cases of one team work with: its own Infomaniak and kChat, and what it shares with no harm. */
export function buildDependencies(options: TeamAdaptersOptions): Dependencies {
  const { config, settings, chat, budget, store, clock, tickets, backups, observe, log, signal } = options;
  const provisioning = createProvisioning({
    apiUrl: config.INFOMANIAK_API_URL,
    token: config.INFOMANIAK_API_TOKEN,
    accountId: config.INFOMANIAK_ACCOUNT_ID,
    budget,
    signal,
    onWarning: (message, details) => {
      log.warn({ ...details }, message);
    },
    onRequest: (observation) => {
      observe({ happened: 'provider_request', ...observation });
    },
  });
  const writer = writerFor(options);
  return {
    ...{ store, chat, provisioning, clock, tickets, writer, backups, observe, settings },
    drawChart: drawBarChart,
  };
}

/** Euria's own words, where the operator has an AI product; a welcome does without them when it fails. */
function writerFor({ config, budget, log, signal }: TeamAdaptersOptions): Writer | undefined {
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
