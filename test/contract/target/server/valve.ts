import { once } from 'node:events';
import { createServer, request as askPlainly, type IncomingMessage } from 'node:http';
import { request as askSecurely } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Valve } from '../target.ts';

/**
 * A way to a server that leads through here, on loopback: requests always pass, WebSockets only while they are not cut.
 * It cuts realtime where that is at the server's own address, as with Mattermost.
 */
export async function startValve(origin: string): Promise<Valve & { close(): Promise<void> }> {
  const open = new Set<Duplex>();
  let isCut = false;

  const server = createServer((request, response) => {
    const onward = passOn(origin, request);
    onward.on('error', () => response.destroy());
    onward.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    request.pipe(onward);
  });
  server.on('upgrade', (request: IncomingMessage, near: Duplex) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const onward = passOn(origin, request).end();
    onward.on('error', () => near.destroy());
    onward.on('response', () => near.destroy());
    onward.on('upgrade', (answer, far, head) => {
      near.write(headOf(answer));
      near.write(head);
      join(near, far, open);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  const drop = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    connections: () => open.size,
    cut: () => {
      isCut = true;
      drop();
    },
    restore: () => {
      isCut = false;
    },
    async close() {
      drop();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function passOn(origin: string, { url = '/', method, headers }: IncomingMessage) {
  const ask = origin.startsWith('https:') ? askSecurely : askPlainly;
  return ask(new URL(url, origin), { method, headers: { ...headers, host: new URL(origin).host } });
}

function headOf({ rawHeaders }: IncomingMessage): string {
  const lines = ['HTTP/1.1 101 Switching Protocols'];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    lines.push(`${rawHeaders[index] ?? ''}: ${rawHeaders[index + 1] ?? ''}`);
  }
  return `${lines.join('\r\n')}\r\n\r\n`;
}

/** Two ends of one connection: what ends one ends the other. */
function join(near: Duplex, far: Duplex, open: Set<Duplex>): void {
  open.add(near);
  near.pipe(far).pipe(near);
  for (const [one, other] of [[near, far] as const, [far, near] as const]) {
    one.on('error', () => other.destroy());
    one.on('close', () => {
      open.delete(near);
      other.destroy();
    });
  }
}
