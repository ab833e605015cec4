import { expect, test } from 'vitest';
import { Readiness } from '../src/http/readiness.ts';
import { ownChecks } from '../src/own-checks.ts';
import { FakeClock } from './support/fake-clock.ts';

test('a process that may claim nothing is not ready, and takes commands all the same', async () => {
  let isPresent = true;
  const store = { ping: () => Promise.resolve() };
  const clock = new FakeClock();
  const readiness = new Readiness(ownChecks(store, { isPresent: () => isPresent }), clock);
  expect(await readiness.report()).toEqual({ ready: true, checks: { database: 'ok', work: 'ok' } });
  isPresent = false;
  clock.advance(60_000);
  expect(await readiness.report()).toMatchObject({ ready: false, checks: { database: 'ok', work: 'failing' } });
  expect(await readiness.report(['database'])).toEqual({ ready: true, checks: { database: 'ok' } });
});
