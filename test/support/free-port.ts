import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below the ports that the system hands out by itself. */
const blocks = { first: 21_000, size: 100, count: 110 };

/** The first port of a block is never handed out: whoever listens on it owns the block. */
let block: Promise<number> | undefined;
let taken = 0;

/**
 * A port of loopback that nobody listens on, and that no other test is given: each test worker, of this run and of any
 * other on the machine, has a block of ports of its own, so that a program that is started again finds its port free.
 */
export async function freePort(): Promise<number> {
  const first = await (block ??= ownBlock());
  for (;;) {
    taken = (taken % (blocks.size - 1)) + 1;
    const port = first + taken;
    const server = await listening(port);
    if (!server) continue;
    server.close();
    return port;
  }
}

async function ownBlock(): Promise<number> {
  for (let index = 0; index < blocks.count; index += 1) {
    const first = blocks.first + index * blocks.size;
    const server = await listening(first);
    // Held until this process ends, without keeping it from ending.
    if (server) return first;
  }
  throw new Error(`All ${blocks.count} blocks of ports are taken: are there test runs left over?`);
}

async function listening(port: number) {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  const isListening = await Promise.race([
    once(server, 'listening').then(() => true),
    once(server, 'error').then(() => false),
  ]).catch(() => false);
  return isListening ? server.unref() : undefined;
}
