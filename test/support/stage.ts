import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/start.ts';
import { runRegister } from '../../src/register.ts';
import { databaseUrlIn } from './temporary-store.ts';
import { botEnvironment } from './bot-environment.ts';
import { startProgram } from './bot-process.ts';
import { freePort } from './free-port.ts';
import { keepNames, keepSecret, overhear } from './overheard.ts';
import { platformsOf } from './platforms-of.ts';
import { startReplica, type Replica } from './replica.ts';

/** The sandbox, and the real bot registered and serving beside it. */
export interface Stage extends Replica {
  sandbox: Sandbox;
  botUrl: string;
  environment: Record<string, string>;
  /** DATABASE_URL of another database, with nothing in it. */
  emptyDatabase(): Promise<string>;
  /** Starts another process on the same database; kChat goes on calling the first one. */
  addReplica(changes?: Record<string, string>): Promise<Replica>;
  close(): Promise<void>;
}

export interface StageOptions extends SandboxOptions {
  environment?: Record<string, string>;
}

/** Sets everything up as the README tells an operator to, and waits until the bot is ready. */
export async function openStage({ environment: changes = {}, ...options }: StageOptions = {}): Promise<Stage> {
  const sandbox = await startSandbox({ ratePerMinute: 6_000, ...options });
  const folder = await mkdtemp(join(tmpdir(), 'kchat-invite-'));
  const environment: Record<string, string> = {
    ...platformsOf(sandbox),
    ...(await botEnvironment(folder)),
    // Who looks again and again until something is so types faster than people do.
    COMMANDS_PER_MINUTE: '0',
    ...changes,
  };
  const botUrl = environment.PUBLIC_URL ?? '';
  // In this process, which is quicker; `register` below runs the program.
  await runRegister({ ...environment, KCHAT_ADMIN_TOKEN: sandbox.tokens.admin }, () => undefined);
  const first = await startReplica(environment);
  const replicas = [first];

  return {
    ...first,
    sandbox,
    botUrl,
    environment,
    emptyDatabase: () => databaseUrlIn(folder, 'empty'),
    async addReplica(changes = {}) {
      const replica = await startReplica({ ...environment, ...changes, PORT: String(await freePort()) });
      replicas.push(replica);
      return replica;
    },
    async close() {
      keepSecret(...secretsOf(sandbox));
      keepNames(...namesOf(sandbox));
      await overhearPages(botUrl);
      await Promise.all(replicas.map((replica) => replica.kill()));
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

/** Whatever lets somebody in: tokens of people, of the bot, of commands, of the provider; and the links of mails. */
function secretsOf({ world, infomaniakToken }: Sandbox): string[] {
  return [
    infomaniakToken,
    ...world.kchat.tokens.keys(),
    ...[...world.kchat.commands.values()].map(({ token }) => token),
    ...world.provider.invitations.map(({ secret }) => secret),
  ];
}

/** Of everybody but the crowd, whose names are numbers. */
function namesOf({ world }: Sandbox): string[] {
  const people = [...world.kchat.people.values(), ...world.provider.invitations];
  return people.flatMap((one) => (one.first_name === 'Member' ? [] : [one.first_name, one.last_name]));
}

/** What anybody can read of the bot who reaches its port. */
async function overhearPages(botUrl: string): Promise<void> {
  for (const path of ['/healthz', '/readyz', '/metrics', '/nowhere']) {
    const page = await fetch(`${botUrl}${path}`).then(
      (response) => response.text(),
      () => '',
    );
    overhear(path, page);
  }
}
