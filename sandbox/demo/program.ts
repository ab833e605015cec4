import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

/** How long a program gets to stop by itself, in milliseconds. */
const patience = 15_000;
/** Lines of output kept for the case that it dies. */
const rememberedLines = 40;

export interface Program {
  /** Settles with the exit code, `null` after a signal. */
  ended: Promise<number | null>;
  /** The last lines it wrote. */
  lastWords(): string;
  /** Asks it to stop, and insists when it does not. */
  stop(): Promise<void>;
}

/** Runs the bot's program, `register` or `serve`, as an operator would. Its output goes to standard error if wanted. */
export function runBot(
  subcommand: 'register' | 'serve',
  environment: Record<string, string>,
  verbose: boolean,
): Program {
  const child = spawn(process.execPath, [main, subcommand], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Its own process group: Ctrl-C in the terminal must reach it once, through `stop`, and not twice.
    detached: true,
  });
  let lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      if (verbose) process.stderr.write(text);
      lines = [...lines, ...text.trimEnd().split('\n')].slice(-rememberedLines);
    });
  }
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
    child.once('error', (error) => {
      lines.push(error.message);
      resolve(1);
    });
  });
  return {
    ended,
    lastWords: () => lines.join('\n'),
    stop: async () => {
      child.kill('SIGTERM');
      const insist = setTimeout(() => child.kill('SIGKILL'), patience);
      await ended;
      clearTimeout(insist);
    },
  };
}
