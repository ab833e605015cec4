import { connect } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createHttpApp } from '../../src/http/server.ts';
import { listen } from '../../src/listen.ts';
import { FakeClock, minutes } from '../support/fake-clock.ts';
import { until } from '../support/until.ts';
import { form, postForm, startHttp } from './start-http.ts';

const wrong = { ...form, token: 'wrong' };

describe('ten thousand commands with a wrong token', () => {
  test('are all refused, while good ones are served; neither the memory nor the log grows', async () => {
    const http = await startHttp();
    const flood = async (count: number) => {
      for (let sent = 0; sent < count; sent += 1_000) {
        const [statuses, good] = await Promise.all([sendAtOnce(http.url, wrong, 1_000), postForm(http, form)]);
        expect(new Set(statuses)).toEqual(new Set(['401']));
        expect(good.status).toBe(200);
      }
      http.calls.length = 0;
    };
    await flood(2_000);
    const before = usedMemory();
    await flood(10_000);
    expect(usedMemory() - before).toBeLessThan(4 * 1024 * 1024);
    expect(http.logLines).toHaveLength(1);
  });

  test('are counted in the log’s next line, a minute later', async () => {
    const clock = new FakeClock();
    const http = await startHttp({ clock });
    for (let sent = 0; sent < 5; sent += 1) await postForm(http, wrong);
    clock.advance(minutes(1));
    await postForm(http, wrong);
    expect(http.logLines).toHaveLength(2);
    expect(JSON.parse(http.logLines[1] ?? '')).toMatchObject({ leftOut: 4 });
  });
});

describe('a slow client', () => {
  const quick = { requestTimeout: 300, headersTimeout: 300, keepAliveTimeout: 1_000, connectionsCheckingInterval: 50 };

  test.each([
    ['never ends its head', 'POST /kchat/command HTTP/1.1\r\nhost: bot\r\nx-slow: '],
    [
      'never ends its body',
      'POST /kchat/command HTTP/1.1\r\nhost: bot\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{"tok',
    ],
  ])('that %s is cut off', async (_how, beginning) => {
    const app = createHttpApp((await startHttp()).options);
    const server = await listen(app, 0, '127.0.0.1', quick);
    onTestFinished(() => void server.close());
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The server has no port');
    const socket = connect(address.port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.resume();
    socket.write(beginning);
    await until('the connection to be closed', () => socket.closed, 5_000);
    await expect(connectionsOf(server)).resolves.toBe(0);
  });
});

/** One after the other over one connection, without waiting for the answers. @returns their statuses. */
async function sendAtOnce(url: string, fields: Record<string, string>, count: number): Promise<string[]> {
  const { hostname, port } = new URL(url);
  const body = new URLSearchParams(fields).toString();
  const head = ['POST /kchat/command HTTP/1.1', 'host: bot', 'content-type: application/x-www-form-urlencoded'];
  const request = `${[...head, `content-length: ${body.length}`].join('\r\n')}\r\n\r\n${body}`;
  const socket = connect(Number(port), hostname);
  socket.write(request.repeat(count));
  const statuses: string[] = [];
  let rest = '';
  for await (const chunk of socket.setEncoding('latin1') as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\r\n');
    rest = lines.pop() ?? '';
    statuses.push(...lines.flatMap((line) => /HTTP\/1\.1 (\d+)/.exec(line)?.[1] ?? []));
    if (statuses.length === count) break;
  }
  socket.destroy();
  return statuses;
}

function connectionsOf(server: { getConnections: (told: (error: Error | null, count: number) => void) => unknown }) {
  return new Promise((resolve) => {
    server.getConnections((_error, count) => {
      resolve(count);
    });
  });
}

/** Bytes that are in use after a collection. */
function usedMemory(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().heapUsed;
}
