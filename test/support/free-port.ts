import { once } from 'node:events';
import { createServer } from 'node:net';

/** Each test worker has ports of its own, so that two of them never take the same one between looking and listening. */
const portsPerWorker = 200;
let next = 21_000 + Number(process.env.VITEST_POOL_ID ?? '0') * portsPerWorker;

/** A port of loopback that nobody listens on, and that no other test is given. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = next++;
    if (await isFree(port)) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  const free = await Promise.race([
    once(server, 'listening').then(() => true),
    once(server, 'error').then(() => false),
  ]).catch(() => false);
  server.close();
  return free;
}
