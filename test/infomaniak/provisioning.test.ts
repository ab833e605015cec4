import { expect, test } from 'vitest';
import { createBudget } from '../../src/infomaniak/budget.ts';
import { caught } from './caught.ts';
import { provisioningFor, token } from './documents.ts';
import { success, useFakeApi } from './fake-api.ts';

const server = useFakeApi();

test('after a 429 the next request is sent when the pause is over, not before', async () => {
  let askedAt = 0;
  let resumedAt = 0;
  server.current.answer = () => {
    if (server.current.received.length === 1) {
      askedAt = performance.now();
      return { status: 429, body: '', headers: { 'retry-after': '1' } };
    }
    resumedAt = performance.now();
    return success({ id: 77 });
  };
  const provisioning = provisioningFor(server.current);
  expect(await caught(provisioning.checkAccess())).toMatchObject({ status: 429, retryAfterMs: 1000 });
  await provisioning.checkAccess();
  expect(resumedAt - askedAt).toBeGreaterThan(950);
});

test('aborting refuses what waits for its turn and breaks off what is under way', async () => {
  const stop = new AbortController();
  const provisioning = provisioningFor(server.current, {
    budget: createBudget({ ratePerMinute: 1, signal: stop.signal }),
    signal: stop.signal,
  });
  server.current.answerWith(() => {
    stop.abort();
  });
  const [underWay, waiting] = await Promise.all([
    caught(provisioning.checkAccess()),
    caught(provisioning.readInvitation(501)),
  ]);
  expect(underWay).toMatchObject({ reason: 'connection_lost' });
  expect(waiting).toMatchObject({ reason: 'connection_failed' });
  expect(server.current.received).toHaveLength(1);
});

test('waiting for the budget does not count towards the time-out', async () => {
  server.current.answerWith({ status: 503, body: '', headers: { 'retry-after': '1' } }, success({ id: 77 }));
  const provisioning = provisioningFor(server.current, { timeoutMs: 800 });
  await caught(provisioning.checkAccess());
  await expect(provisioning.checkAccess()).resolves.toBeUndefined();
});

test('every request carries the token', async () => {
  server.current.answerWith(success({ id: 77 }));
  await provisioningFor(server.current).checkAccess();
  expect(server.current.received[0]?.headers.authorization).toBe(`Bearer ${token}`);
});
