import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** One address in front of several processes. */
export interface Balancer {
  url: string;
  /** Where they listen on loopback. */
  ports: number[];
}

/** Each connection goes to the next process that takes it. */
export async function startBalancer(): Promise<Balancer> {
  const ports: number[] = [];
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    return socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  };
  let turn = 0;
  const pass = (near: Socket, attemptsLeft: number) => {
    const port = ports[(turn += 1) % ports.length];
    if (port === undefined || attemptsLeft === 0) return near.destroy();
    const far = keep(connect(port, '127.0.0.1'));
    far.once('connect', () => {
      near.pipe(far).pipe(near);
      near.once('close', () => far.destroy());
      far.once('close', () => near.destroy());
    });
    far.once('error', () => {
      if (far.bytesRead === 0 && far.bytesWritten === 0) pass(near, attemptsLeft - 1);
    });
    return near;
  };
  const server = createServer((near) => pass(keep(near), ports.length));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, ports };
}
