import { onTestFinished } from 'vitest';
import { drawBarChart } from '../../src/charts/draw-bar-chart.ts';
import type { ServeConfig } from '../../src/config.ts';
import { createWriter } from '../../src/infomaniak/ai.ts';
import { createBudget } from '../../src/infomaniak/budget.ts';
import { createProvisioning } from '../../src/infomaniak/provisioning.ts';
import type { Dependencies } from '../../src/invitations/dependencies.ts';
import { createChat } from '../../src/kchat/chat.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Store } from '../../src/ports/store.ts';
import type { Registered } from '../../src/registered.ts';
import { readSettings } from '../../src/settings.ts';
import { createTickets } from '../../src/tickets.ts';

/** How long a call may take, in the place of 10 s: a call that is answered takes a tenth of it on a busy machine. */
export const timeoutMs = 400;

/** The real adapters as src/app.ts makes them, but for how long they wait. */
export async function joinAdapters(options: {
  config: ServeConfig;
  registered: Registered;
  store: Store;
  clock: Clock;
}): Promise<Dependencies> {
  const { config, registered, store, clock } = options;
  const { INFOMANIAK_API_URL: apiUrl, INFOMANIAK_API_TOKEN: token, INFOMANIAK_ACCOUNT_ID: accountId } = config;
  const chat = createChat({
    url: config.KCHAT_URL,
    token: registered.botToken ?? '',
    publicUrl: config.PUBLIC_URL,
    timeoutMs,
  });
  const end = new AbortController();
  onTestFinished(() => {
    end.abort();
  });
  const budget = createBudget({ ratePerMinute: config.INFOMANIAK_RATE_PER_MINUTE, signal: end.signal });
  const infomaniak = { apiUrl, token, budget, timeoutMs, signal: end.signal };
  return {
    store,
    clock,
    chat,
    provisioning: createProvisioning({ ...infomaniak, accountId }),
    writer: createWriter({
      ...infomaniak,
      productId: config.INFOMANIAK_AI_PRODUCT_ID ?? 0,
      model: config.INFOMANIAK_AI_MODEL ?? '',
    }),
    tickets: createTickets(config.SECRET_KEY),
    drawChart: drawBarChart,
    observe: () => undefined,
    settings: await readSettings({
      ...{ bot: await chat.identify(), chat, store, config, registered, teamNames: [config.KCHAT_TEAM] },
      now: clock.now(),
    }),
  };
}
