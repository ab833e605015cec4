import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { FlavorName } from '../kchat/flavor/flavor.ts';
import { startSandbox, type Sandbox } from '../start.ts';
import { allowGuests } from './allow-guests.ts';
import { openApprovalChannel } from './approval-channel.ts';
import { botEnvironment } from './bot-environment.ts';
import { freePort } from './free-port.ts';
import { runBot, type Program } from './program.ts';
import { registeredTrigger } from './registered-trigger.ts';

/** Something that keeps the demo from running, in words for the terminal. */
export class DemoError extends Error {
  override name = 'DemoError';
}

export interface DemoOptions {
  /** 0 takes any free one. */
  port: number;
  flavor: FlavorName;
  /** Whether the bot's output is shown. */
  verbose: boolean;
}

export interface Demo {
  sandbox: Sandbox;
  bot: Program;
  botUrl: string;
  trigger: string | undefined;
  /** Stops the bot, then the platforms, and removes the database. */
  close(): Promise<void>;
}

/** How long the bot may take until it is ready, in milliseconds. */
const startTimeout = 30_000;

/**
 * Starts the platforms, registers the real bot with them and lets it serve.
 * @throws DemoError
 */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const { port, flavor } = options;
  const sandbox = await startSandbox({ port, flavor }).catch((error: unknown) => {
    throw new DemoError(`The sandbox cannot listen on port ${port}: ${String(error)}. Try SANDBOX_PORT=0.`);
  });
  const folder = await mkdtemp(join(tmpdir(), 'kchat-invite-demo-'));
  const tidyUp = async () => {
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    // Several demos at once ask for any port; they must not fight for the usual one of the bot either.
    const botPort = await freePort(port === 0 ? 0 : 8085);
    const environment = botEnvironment(sandbox, botPort, folder);
    await register({ ...environment, KCHAT_ADMIN_TOKEN: sandbox.tokens.admin }, options.verbose);
    openApprovalChannel(sandbox.world);
    await allowGuests(sandbox);
    const bot = runBot('serve', environment, options.verbose);
    const close = async () => {
      await bot.stop();
      await tidyUp();
    };
    const botUrl = `http://127.0.0.1:${botPort}`;
    await untilReady(botUrl, bot).catch(async (error: unknown) => {
      await bot.stop();
      throw error;
    });
    return { sandbox, bot, botUrl, trigger: await registeredTrigger(sandbox), close };
  } catch (error) {
    await tidyUp();
    throw error;
  }
}

async function register(environment: Record<string, string>, verbose: boolean): Promise<void> {
  const registration = runBot('register', environment, verbose);
  const code = await registration.ended;
  if (code !== 0)
    throw new DemoError(`Registering the bot failed (exit ${code ?? 'signal'}):\n${registration.lastWords()}`);
}

async function untilReady(botUrl: string, bot: Program): Promise<void> {
  const deadline = Date.now() + startTimeout;
  const death = bot.ended.then((code) => {
    throw new DemoError(`The bot stopped while starting (exit ${code ?? 'signal'}):\n${bot.lastWords()}`);
  });
  const readiness = async () => {
    while (!(await answersOk(`${botUrl}/readyz`))) {
      if (Date.now() > deadline) throw new DemoError(`The bot did not become ready:\n${bot.lastWords()}`);
      await delay(100);
    }
  };
  await Promise.race([readiness(), death]);
  // From here on the bot's end is the caller's to judge.
  death.catch(() => undefined);
}

async function answersOk(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).status === 200;
  } catch {
    return false;
  }
}
