import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/start.ts';
import { runRegister } from '../../src/register.ts';
import { botEnvironment } from './bot-environment.ts';
import { startProgram, untilReady, type BotProcess } from './bot-process.ts';
import { keepSecret } from './overheard.ts';
import { platformsOf } from './platforms-of.ts';

/** Several teams, each with a kChat and an Infomaniak of its own, and one program for all of them. */
export interface TeamsStage {
  sandboxes: Sandbox[];
  botUrl: string;
  environment: Record<string, string>;
  /** Writes TEAMS_FILE anew. */
  writeTeams(entries: readonly object[]): Promise<void>;
  bot(): BotProcess;
  /** Starts the program. */
  start(): Promise<void>;
  close(): Promise<void>;
}

export interface TeamsStageOptions extends SandboxOptions {
  names: readonly string[];
  environment?: Record<string, string>;
}

/** What TEAMS_FILE says of a team. */
export function entryOf(sandbox: Sandbox): Record<string, unknown> {
  const { INFOMANIAK_ACCOUNT_ID, ...platforms } = platformsOf(sandbox);
  return {
    ...platforms,
    INFOMANIAK_ACCOUNT_ID: Number(INFOMANIAK_ACCOUNT_ID),
    KCHAT_ADMIN_TOKEN: sandbox.tokens.admin,
  };
}

/** Registers every team; the program is not started yet. */
export async function openTeamsStage({
  names,
  environment: changes,
  ...options
}: TeamsStageOptions): Promise<TeamsStage> {
  const sandboxes = await Promise.all(
    names.map((team, index) => startSandbox({ ratePerMinute: 6_000, ...options, team, accountId: 4_000 + index })),
  );
  const folder = await mkdtemp(join(tmpdir(), 'kchat-invite-teams-'));
  const environment: Record<string, string> = {
    ...(await botEnvironment(folder)),
    TEAMS_FILE: join(folder, 'teams.json'),
    ...changes,
  };
  const botUrl = environment.PUBLIC_URL ?? '';
  const writeTeams = (entries: readonly object[]) => writeFile(environment.TEAMS_FILE ?? '', JSON.stringify(entries));
  await writeTeams(sandboxes.map(entryOf));
  await runRegister(environment, () => undefined);
  let bot: BotProcess | undefined;
  return {
    ...{ sandboxes, botUrl, environment, writeTeams },
    bot: () => {
      if (!bot) throw new Error('The program was not started');
      return bot;
    },
    start: async () => {
      bot = startProgram(['serve'], environment);
      await untilReady(bot, botUrl);
    },
    close: async () => {
      for (const { infomaniakToken, world } of sandboxes) keepSecret(infomaniakToken, ...world.kchat.tokens.keys());
      bot?.signal('SIGKILL');
      await bot?.exited;
      await Promise.all(sandboxes.map((sandbox) => sandbox.close()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
