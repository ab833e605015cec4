import { onTestFinished } from 'vitest';
import { commands } from '../../commands/index.ts';
import { allowGuests } from '../../sandbox/demo/allow-guests.ts';
import { approvalChannel, openApprovalChannel } from '../../sandbox/demo/approval-channel.ts';
import { startSandbox } from '../../sandbox/start.ts';
import { createLooks } from '../../src/arrivals/looks.ts';
import { owePoll } from '../../src/arrivals/owe-looks.ts';
import { createCallLimits } from '../../src/call-limits.ts';
import { createAnswerer } from '../../src/command-line/answer-command.ts';
import { createFormAnswerer } from '../../src/command-line/answer-form.ts';
import { createPressAnswerer } from '../../src/command-line/answer-press.ts';
import { createRegistry } from '../../src/command-line/registry.ts';
import { loadServeConfigs } from '../../src/config.ts';
import { openToRegister } from '../../src/database.ts';
import { jobKinds } from '../../src/deliveries/kinds/all.ts';
import { Worker } from '../../src/deliveries/worker.ts';
import { Readiness } from '../../src/http/readiness.ts';
import { createCallerLookup } from '../../src/invitations/caller.ts';
import { cardDocument } from '../../src/kchat/cards.ts';
import { runRegister } from '../../src/register.ts';
import { readRegistered } from '../../src/registered.ts';
import { startHttp } from '../http/start-http.ts';
import { actorsOn } from '../support/actors.ts';
import { FakeClock, minutes } from '../support/fake-clock.ts';
import { FakeLog } from '../support/fake-log.ts';
import { platformsOf } from '../support/platforms-of.ts';
import { temporaryPath } from '../support/temporary-store.ts';
import { untilQuiet } from '../support/until-quiet.ts';
import { joinAdapters } from './join-adapters.ts';

/** An offer of an import ends after ten minutes; whatever fails once is tried again much sooner. */
const soonMs = minutes(3);

/** Polls in a row before a wait is in vain; each call may fail once and cost some of them. */
const manyPolls = 40;

export type HttpWorld = Awaited<ReturnType<typeof openHttpWorld>>;

/**
 * All of the program but its process: commands, worker and looks over the real adapters and a real store, between the
 * emulated platforms, over HTTP. Time stands still until it is moved.
 */
export async function openHttpWorld() {
  const clock = new FakeClock();
  const sandbox = await startSandbox({ now: () => clock.now(), seats: 1_000, ratePerMinute: 60_000 });
  onTestFinished(() => sandbox.close());
  // As if each repeat came after the half minute for which the server drops them by itself.
  sandbox.observe(() => {
    sandbox.world.kchat.pendingPosts.clear();
  });

  const readiness = new Readiness(
    { kchat: () => deps.chat.identify(), provider: () => deps.provisioning.checkAccess() },
    clock,
  );
  const parts = Promise.withResolvers<ReturnType<typeof answerers>>();
  const http = await startHttp({
    answer: async (call) => (await parts.promise).answer(call),
    press: async (call) => (await parts.promise).press(call),
    submit: async (call) => (await parts.promise).submit(call),
    validTokenHashes: async () => (await parts.promise).tokenHashes,
    ready: () => readiness.report(),
    takesCommands: () => readiness.report(),
    cardUpdate: (card) => cardDocument(card, `${http.url}/kchat/action`),
  });
  const environment = {
    ...platformsOf(sandbox),
    INFOMANIAK_RATE_PER_MINUTE: '6000',
    INFOMANIAK_AI_PRODUCT_ID: String(sandbox.world.provider.ai.productId),
    INFOMANIAK_AI_MODEL: sandbox.world.provider.ai.models[0],
    PUBLIC_URL: http.url,
    SECRET_KEY: '7'.repeat(64),
    DATABASE_URL: `file:${await temporaryPath()}`,
    DEFAULT_LOCALE: 'en_GB',
    APPROVAL_CHANNEL: approvalChannel,
  };
  await runRegister({ ...environment, KCHAT_ADMIN_TOKEN: sandbox.tokens.admin }, () => undefined);
  await allowGuests(sandbox);
  openApprovalChannel(sandbox.world);

  const [config] = loadServeConfigs(environment);
  const { store, close } = await openToRegister(config);
  onTestFinished(close);
  const registered = await readRegistered(store, config);
  const deps = await joinAdapters({ config, registered, store, clock });
  const log = new FakeLog();
  const worker = new Worker({
    teamId: deps.settings.team.id,
    store,
    clock,
    log,
    within: log.context.within,
    kinds: jobKinds(deps, createLooks(deps)),
  });
  parts.resolve(answerers());

  function answerers() {
    const callers = createCallerLookup(deps.chat, deps.settings, clock);
    const redeeming = { deps, registry: createRegistry(commands), callers, limits: createCallLimits(0) };
    return {
      answer: createAnswerer({ ...redeeming, attempted: () => worker.drain() }),
      press: createPressAnswerer(redeeming),
      submit: createFormAnswerer({ ...redeeming, log }),
      tokenHashes: registered.commandTokenHashes,
    };
  }

  const quiet = () => untilQuiet({ worker, store, clock, deps }, soonMs);
  const world = {
    clock,
    sandbox,
    deps,
    log,
    actors: actorsOn({ sandbox }),
    /** What a monitor gets. @returns the status. */
    readyz: async () => (await fetch(`${http.url}/readyz`)).status,
    /** Whatever is owed is done. */
    quiet,
    async poll(): Promise<void> {
      clock.advance(minutes(1));
      await owePoll(deps);
      await quiet();
    },
    /** Polls until something is there. @throws Error naming what was waited for. */
    async until<T>(what: string, look: () => T | undefined | false | Promise<T | undefined | false>): Promise<T> {
      for (let count = 0; count < manyPolls; count += 1) {
        const found = await look();
        if (found !== undefined && found !== false) return found;
        await world.poll();
      }
      throw new Error(`Polled in vain for ${what}`);
    },
  };
  return world;
}
