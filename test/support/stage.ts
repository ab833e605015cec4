import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/start.ts';
import { runRegister } from '../../src/register.ts';
import { databaseUrlIn } from './temporary-store.ts';
import { startProgram, untilReady, type BotProcess } from './bot-process.ts';
import { freePort } from './free-port.ts';

/** The sandbox, and the real bot registered and serving beside it. */
export interface Stage {
  sandbox: Sandbox;
  botUrl: string;
  environment: Record<string, string>;
  bot(): BotProcess;
  /** DATABASE_URL of another database, with nothing in it. */
  emptyDatabase(): Promise<string>;
  /** Starts another process on the same database; kChat goes on calling the first one. */
  addReplica(): Promise<BotProcess>;
  /** Starts the program again, after it was stopped or killed. */
  restart(changes?: Record<string, string>): Promise<void>;
  /** kill -9. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

export interface StageOptions extends SandboxOptions {
  environment?: Record<string, string>;
}

/** Sets everything up as the README tells an operator to, and waits until the bot is ready. */
export async function openStage({ environment: changes = {}, ...options }: StageOptions = {}): Promise<Stage> {
  const sandbox = await startSandbox({ ratePerMinute: 6_000, ...options });
  const folder = await mkdtemp(join(tmpdir(), 'kchat-invite-'));
  const port = await freePort();
  const botUrl = `http://127.0.0.1:${port}`;
  const environment: Record<string, string> = {
    KCHAT_URL: sandbox.kchatUrl,
    KCHAT_TEAM: sandbox.teamName,
    INFOMANIAK_API_URL: sandbox.infomaniakUrl,
    INFOMANIAK_API_TOKEN: sandbox.infomaniakToken,
    INFOMANIAK_ACCOUNT_ID: String(sandbox.accountId),
    INFOMANIAK_RATE_PER_MINUTE: '6000',
    PUBLIC_URL: botUrl,
    PORT: String(port),
    SECRET_KEY: randomBytes(32).toString('hex'),
    DATABASE_URL: await databaseUrlIn(folder),
    POLL_SCHEDULE: '* * * * * *',
    DEFAULT_LOCALE: 'en_GB',
    ...changes,
  };
  // In this process, which is quicker; `register` below runs the program.
  await runRegister({ ...environment, KCHAT_ADMIN_TOKEN: sandbox.tokens.admin }, () => undefined);
  const replicas: BotProcess[] = [];
  let bot = startProgram(['serve'], environment);
  await untilReady(bot, botUrl);

  return {
    sandbox,
    botUrl,
    environment,
    bot: () => bot,
    emptyDatabase: () => databaseUrlIn(folder, 'empty'),
    async addReplica() {
      const ownPort = await freePort();
      const replica = startProgram(['serve'], { ...environment, PORT: String(ownPort) });
      replicas.push(replica);
      await untilReady(replica, `http://127.0.0.1:${ownPort}`);
      return replica;
    },
    async restart(more = {}) {
      bot = startProgram(['serve'], { ...environment, ...more });
      await untilReady(bot, botUrl);
    },
    async kill() {
      bot.signal('SIGKILL');
      await bot.exited;
    },
    async close() {
      for (const one of [bot, ...replicas]) one.signal('SIGKILL');
      await Promise.all([bot, ...replicas].map(({ exited }) => exited));
      await sandbox.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** `npm run register`, with an administrator's token that the serving bot never sees. */
export async function register(
  environment: Record<string, string>,
  sandbox: Sandbox,
  ...words: string[]
): Promise<string> {
  const program = startProgram(['register', ...words], { ...environment, KCHAT_ADMIN_TOKEN: sandbox.tokens.admin });
  const code = await program.exited;
  if (code !== 0) throw new Error(`register ended with ${code}:\n${program.output()}`);
  return program.output();
}
