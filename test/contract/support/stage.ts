import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runRegister } from '../../../src/register.ts';
import { startProgram, untilReady, type BotProcess } from '../../support/bot-process.ts';
import type { ContractTarget } from '../target/target.ts';

/** A target, and the real bot registered there and serving. */
export interface ContractStage {
  target: ContractTarget;
  bot: { id: string; token: string };
  command: { id: string; trigger: string; token: string };
  /** Runs `npm run register` again. Returns what it printed. */
  register(): Promise<string>;
  /** Serves with a configuration that differs in these variables; whatever served before is ended. */
  serve(changes?: Record<string, string>): Promise<void>;
  /** Ends the bot, so that its address is free. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

/** Sets everything up as the README tells an operator to; `serve` is left to the topics. */
export async function openContractStage(target: ContractTarget): Promise<ContractStage> {
  const folder = await mkdtemp(join(tmpdir(), 'kchat-invite-contract-'));
  const { provider, reach } = target;
  const environment: Record<string, string> = {
    KCHAT_URL: target.url,
    KCHAT_TEAM: target.team.name,
    INFOMANIAK_API_URL: provider.infomaniakUrl,
    INFOMANIAK_API_TOKEN: provider.infomaniakToken,
    INFOMANIAK_ACCOUNT_ID: String(provider.accountId),
    INFOMANIAK_RATE_PER_MINUTE: '6000',
    PUBLIC_URL: reach.publicUrl,
    HOST: reach.host,
    PORT: String(reach.port),
    SECRET_KEY: randomBytes(32).toString('hex'),
    DATABASE_URL: `file:${join(folder, 'bot.db')}`,
    POLL_SCHEDULE: '* * * * * *',
    DEFAULT_LOCALE: 'en_GB',
  };
  const forRegister = { ...environment, KCHAT_ADMIN_TOKEN: target.adminToken };
  const { botUserId, botToken, command } = await target.registering(() => registered(forRegister));
  let program: BotProcess | undefined;

  const stop = async () => {
    program?.signal('SIGKILL');
    await program?.exited;
    program = undefined;
  };
  return {
    target,
    bot: { id: botUserId, token: botToken },
    command,
    async register() {
      const again = startProgram(['register'], forRegister);
      const code = await again.exited;
      if (code !== 0) throw new Error(`register ended with ${code}:\n${again.output()}`);
      return again.output();
    },
    async serve(changes = {}) {
      await stop();
      program = startProgram(['serve'], { ...environment, ...changes });
      await untilReady(program, `http://${reach.host}:${reach.port}`);
    },
    stop,
    async close() {
      await stop();
      await target.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** In this process, because the report has the tokens, which the program never prints. */
async function registered(environment: Record<string, string>) {
  const reports: Parameters<NonNullable<Parameters<typeof runRegister>[1]>>[0][] = [];
  await runRegister(environment, (report) => reports.push(report));
  const [report] = reports;
  const [command] = report?.commands ?? [];
  if (report?.botToken === undefined || !command) throw new Error('register gave no bot token, or no command');
  return { botUserId: report.botUserId, botToken: report.botToken, command };
}
