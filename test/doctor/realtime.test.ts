import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkRealtime } from '../../src/doctor/kchat/realtime.ts';
import { openClinic } from './clinic.ts';
import { answering, startProxy } from './proxy.ts';

/** A WebSocket service with one path, and what it says first. Returns its origin. */
async function startSockets(path: string, greeting?: string): Promise<string> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', path });
  onTestFinished(() => {
    for (const client of server.clients) client.terminate();
    server.close();
  });
  server.on('connection', (socket) => {
    if (greeting !== undefined) socket.send(greeting);
  });
  await once(server, 'listening');
  return `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A kChat that names this realtime service. */
async function findingWith(websocketUrl: string) {
  const { sandbox, finding } = await openClinic();
  const settings = { Version: '10.5.0', WebsocketURL: websocketUrl };
  return finding('realtime', { KCHAT_URL: await startProxy(sandbox.origin, answering(/config\/client/, settings)) });
}

describe('the doctor and realtime', () => {
  it('recognises kChat’s Pusher protocol by its greeting', async () => {
    const established = JSON.stringify({ event: 'pusher:connection_established', data: '{"socket_id":"1.1"}' });
    const found = await findingWith(await startSockets('/app/kchat-key', established));
    expect(found).toMatchObject({ status: 'ok', message: expect.stringContaining('Pusher') as string });
  });

  it('recognises Mattermost’s WebSocket at the address of the server itself', async () => {
    const sockets = await startSockets('/api/v4/websocket');
    const found = await checkRealtime(
      {
        url: sockets.replace(/^ws/, 'http'),
        websocketUrl: undefined,
        fetch,
        skewMs: undefined,
      },
      new AbortController().signal,
    );
    expect(found).toMatchObject({ status: 'ok', message: expect.stringContaining('Mattermost') as string });
  });

  it.each([
    ['nobody listens', undefined],
    ['another protocol answers', '{"event":"hello"}'],
  ])('warns when %s', async (_what, greeting) => {
    const found = await findingWith(
      greeting === undefined ? 'ws://127.0.0.1:1' : await startSockets('/app/kchat-key', greeting),
    );
    expect(found).toMatchObject({ status: 'warning', remedy: expect.stringContaining('WebSockets') as string });
  });
});
