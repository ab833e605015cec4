import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { keepSecret, overhear } from './overheard.ts';
import { until } from './until.ts';

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

const secretNames = [
  ...['SECRET_KEY', 'INFOMANIAK_API_TOKEN', 'KCHAT_BOT_TOKEN', 'KCHAT_ADMIN_TOKEN', 'KCHAT_COMMAND_TOKENS'],
];

/** The real program as a child process, with all that it writes. */
export interface BotProcess {
  child: ChildProcess;
  output(): string;
  /** Exit code, or null after a signal. */
  exited: Promise<number | null>;
  signal(name: NodeJS.Signals): void;
}

export function startProgram(args: readonly string[], environment: Record<string, string>): BotProcess {
  const child = spawn(process.execPath, [main, ...args], {
    env: { PATH: process.env.PATH ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  keepSecret(...secretNames.flatMap((name) => environment[name]?.split(',')));
  const [subcommand = ''] = args;
  const exited = once(child, 'close').then(([code]) => {
    overhear(`the program (${subcommand})`, text, subcommand === 'serve' ? 'anybody' : 'operator');
    return code as number | null;
  });
  return { child, exited, output: () => text, signal: (name) => void child.kill(name) };
}

export async function untilReady(bot: BotProcess, url: string): Promise<void> {
  await until(`the bot to be ready; it said:\n${bot.output()}`, async () => {
    const { exitCode, signalCode } = bot.child;
    if (exitCode !== null || signalCode !== null) throw new Error(`The bot ended at once:\n${bot.output()}`);
    const response = await fetch(`${url}/readyz`).catch(() => undefined);
    return response?.status === 200;
  });
}
