import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { startApp, type AppOptions } from '../src/app.ts';
import { loadServeConfigs, type OfTeams, type ServeConfig } from '../src/config.ts';
import { createLoneReplica } from '../src/store/lone-replica.ts';
import { FakeClock } from './support/fake-clock.ts';
import { FakeLog } from './support/fake-log.ts';
import { openTemporaryStore } from './support/temporary-store.ts';

/** Its kChat does not answer, and may later. */
const silent = (team: string): ServeConfig =>
  loadServeConfigs({
    ...{ KCHAT_URL: 'http://127.0.0.1:1', KCHAT_TEAM: team, KCHAT_BOT_TOKEN: 'bot', KCHAT_COMMAND_TOKENS: team },
    ...{ INFOMANIAK_API_TOKEN: team, INFOMANIAK_ACCOUNT_ID: '4711', PUBLIC_URL: 'https://bot.acme.ch', PORT: '0' },
    SECRET_KEY: 'ab'.repeat(32),
  })[0];
const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;

async function open() {
  const clock = new FakeClock();
  const store = await openTemporaryStore(clock);
  const log = new FakeLog();
  const configs: OfTeams<ServeConfig> = [silent('acme'), silent('other')];
  const replicas = createLoneReplica(store.deliveries);
  const options: AppOptions = { configs, store, replicas, clock, log: log as never, within: (_ids, work) => work() };
  return { options, store, log };
}

it('a start that fails tries no team again, because nothing would end the process', async () => {
  const { options, store, log } = await open();
  const commandTokens = () => Promise.reject(new Error('The database went away'));
  const before = timers();
  const start = startApp({ ...options, store: { ...store, registrations: { ...store.registrations, commandTokens } } });
  await expect(start).rejects.toThrow('The database went away');
  expect(log.messages('error')).toHaveLength(2);
  expect(timers()).toBeLessThanOrEqual(before);
});

it('a process that serves no team yet takes no commands from a balancer', async () => {
  const { options } = await open();
  const app = await startApp(options);
  const { port } = app.server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}/readyz/commands`);
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ ready: false, checks: { database: 'ok' } });
  await app.stop();
});
