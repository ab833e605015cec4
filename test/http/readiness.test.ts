import { describe, expect, test } from 'vitest';
import { Readiness } from '../../src/http/readiness.ts';
import { FakeClock, seconds } from '../support/fake-clock.ts';
import { startHttp } from './start-http.ts';

/** Something to depend on: counts how often it was asked. */
class Dependency {
  isWell = true;
  asked = 0;

  readonly check = () => {
    this.asked += 1;
    return this.isWell ? Promise.resolve() : Promise.reject(new Error('not well'));
  };
}

async function start() {
  const clock = new FakeClock();
  const database = new Dependency();
  const kchat = new Dependency();
  const readiness = new Readiness({ database: database.check, kchat: kchat.check }, clock);
  const { url } = await startHttp({ ready: () => readiness.report(), takesCommands: () => readiness.report() });
  const ask = async (path = '/readyz') => {
    const response = await fetch(`${url}${path}`);
    return [response.status, await response.json()] as const;
  };
  return { clock, database, kchat, readiness, ask, url };
}

describe('readyz', () => {
  test('is 200 when everything answers', async () => {
    const { ask } = await start();
    await expect(ask()).resolves.toEqual([200, { ready: true, checks: { database: 'ok', kchat: 'ok' } }]);
  });

  test('is 503 and says what fails', async () => {
    const { ask, kchat } = await start();
    kchat.isWell = false;
    await expect(ask()).resolves.toEqual([
      503,
      {
        ready: false,
        checks: { database: 'ok', kchat: 'failing' },
        advice: { kchat: expect.stringContaining('npm run doctor') as string },
      },
    ]);
  });

  test('is 200 again as soon as it works again', async () => {
    const { ask, kchat } = await start();
    kchat.isWell = false;
    await ask();
    kchat.isWell = true;
    expect((await ask())[0]).toBe(200);
  });

  test('takes an answer of the last minute for good, and asks again after it', async () => {
    const { ask, kchat, clock } = await start();
    await ask();
    kchat.isWell = false;
    clock.advance(seconds(59));
    expect((await ask())[0]).toBe(200);
    expect(kchat.asked).toBe(1);
    clock.advance(seconds(1));
    expect((await ask())[0]).toBe(503);
    expect(kchat.asked).toBe(2);
  });

  test('asks at once what is distrusted, and nothing else', async () => {
    const { ask, readiness, database, kchat } = await start();
    await ask();
    kchat.isWell = false;
    readiness.distrust('kchat');
    expect((await ask())[0]).toBe(503);
    expect([database.asked, kchat.asked]).toEqual([1, 2]);
  });

  test('asks once for many probes at the same time', async () => {
    const clock = new FakeClock();
    const slow = Promise.withResolvers<undefined>();
    let asked = 0;
    const readiness = new Readiness({ slow: () => ((asked += 1), slow.promise) }, clock);
    const reports = [readiness.report(), readiness.report()];
    slow.resolve(undefined);
    await expect(Promise.all(reports)).resolves.toMatchObject([{ ready: true }, { ready: true }]);
    expect(asked).toBe(1);
  });

  test('is 503 from the moment of stopping, while healthz is still 200', async () => {
    const { ask, readiness, url } = await start();
    expect((await ask())[0]).toBe(200);
    readiness.stop();
    await expect(ask()).resolves.toEqual([503, { ready: false, checks: { database: 'ok', kchat: 'ok' } }]);
    expect((await ask('/readyz/commands'))[0]).toBe(503);
    const health = await fetch(`${url}/healthz`);
    expect(health.status).toBe(200);
    await expect(health.json()).resolves.toEqual({ status: 'ok' });
  });
});
