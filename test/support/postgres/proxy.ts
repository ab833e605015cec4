import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A network between a program and PostgreSQL that can fail. */
export interface Proxy {
  /** Leads through it. */
  url: string;
  /** Nothing gets through any more, and nobody is told; new connections get no answer either. */
  stall(): void;
  /** Ends every connection and takes no new one. */
  cut(): void;
  /** New connections get through again. What was stalled stays lost. */
  restore(): void;
}

export async function startProxy(postgresUrl: string): Promise<Proxy> {
  const target = new URL(postgresUrl);
  let state: 'open' | 'stalled' | 'cut' = 'open';
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    return socket;
  };
  const server = createServer((near) => {
    keep(near);
    if (state === 'cut') near.destroy();
    if (state !== 'open') return;
    const far = keep(connect(Number(target.port), target.hostname));
    near
      .on('data', (data) => state === 'open' && far.write(data))
      .on('close', () => state !== 'stalled' && far.destroy());
    far
      .on('data', (data) => state === 'open' && near.write(data))
      .on('close', () => state !== 'stalled' && near.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const destroyAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  onTestFinished(() => {
    destroyAll();
    server.close();
  });
  const url = new URL(postgresUrl);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    stall: () => {
      state = 'stalled';
    },
    cut: () => {
      state = 'cut';
      destroyAll();
    },
    restore: () => {
      state = 'open';
    },
  };
}
