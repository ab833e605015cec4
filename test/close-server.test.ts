import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, type RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import { closeServer } from '../src/close-server.ts';
import { until } from './support/until.ts';

/** A server that keeps connections far longer than these tests last, and a request that it has got. */
async function openWithRequest(answer: RequestListener) {
  const server = createServer({ keepAliveTimeout: 600_000 }, answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const requested = once(server, 'request');
  const answered = fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`).then(
    (response) => response.text(),
    () => 'cut off',
  );
  await requested;
  return { server, answered };
}

test('what is being answered is answered, and the kept connection holds up nothing', async () => {
  let answer: () => void = () => undefined;
  const { server, answered } = await openWithRequest((_request, response) => {
    answer = () => response.end('answered');
  });
  const closed = closeServer(server, 600_000);
  await until('no new connection to be taken', () => !server.listening);
  answer();
  expect(await answered).toBe('answered');
  await closed;
});

test('what is never answered is cut off in the end', async () => {
  const { server, answered } = await openWithRequest(() => undefined);
  await closeServer(server, 100);
  expect(await answered).toBe('cut off');
});
