import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../sandbox/main.ts', import.meta.url));

/** What `npm run demo` says on standard output once all is ready, as far as a browser needs it. */
interface Ready {
  page: string;
}

export interface RunningDemo {
  address: string;
  /** Stops the demo as Ctrl-C would, so that it takes the bot with it. */
  stop(): Promise<void>;
}

/**
 * Starts `npm run demo` on any free port.
 * @throws Error with its own words when it ends instead
 */
export async function startDemo(): Promise<RunningDemo> {
  const child = spawn(process.execPath, [main], { env: { ...process.env, SANDBOX_PORT: '0' } });
  let words = '';
  child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString()));
  const exited = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const first = await Promise.race([once(lines, 'line'), exited.then(() => undefined)]);
  if (!first) throw new Error(`The demo ended at once:\n${words}`);
  const { page } = JSON.parse(String(first[0])) as Ready;
  return {
    address: page,
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
