import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createBudget } from '../src/infomaniak/budget.ts';
import { createLogContext } from '../src/log-context.ts';
import { createLogger } from '../src/logger.ts';
import { form, postForm, startHttp } from './http/start-http.ts';

describe('the ids of the work at hand', () => {
  it('reach whatever the work waits for, and nothing beside it', async () => {
    const { within, ids } = createLogContext();
    const seen: object[] = [];
    const work = (delivery: string) =>
      within({ delivery }, async () => {
        await wait(1);
        seen.push(ids());
      });
    await Promise.all([work('one'), work('two')]);
    expect(seen).toEqual([{ delivery: 'one' }, { delivery: 'two' }]);
    expect(ids()).toEqual({});
  });

  it('are added to those of the work around it', () => {
    const { within, ids } = createLogContext();
    expect(within({ request: 'r' }, () => within({ invitation: 'i' }, ids))).toEqual({ request: 'r', invitation: 'i' });
  });

  it('stay those of whoever asked, when a request has to wait for its turn in the budget', async () => {
    const { within, ids } = createLogContext();
    const budget = createBudget({ ratePerMinute: 100 });
    const seen: object[] = [];
    const ask = (delivery: string) =>
      within({ delivery }, () =>
        budget.run('GET /x', 'background', async () => {
          await wait(1);
          seen.push(ids());
        }),
      );
    const names = Array.from({ length: 20 }, (_, index) => `delivery ${index}`);
    await Promise.all(names.map(ask));
    expect(seen).toEqual(names.map((delivery) => ({ delivery })));
  });

  it('stand in each line of the log, which may add to them', () => {
    const { within, ids } = createLogContext();
    const lines: string[] = [];
    const log = createLogger('info', { write: (line) => lines.push(line) }, ids);
    within({ delivery: 'one', invitation: undefined }, () => {
      log.info({ result: 'ok' }, 'delivered');
      log.info('again');
    });
    log.info('outside');
    const [first, second, third] = lines.map((line) => JSON.parse(line) as object);
    expect(first).toMatchObject({ delivery: 'one', result: 'ok', msg: 'delivered' });
    expect(second).toMatchObject({ delivery: 'one', msg: 'again' });
    expect(second).not.toHaveProperty('result');
    expect(third).not.toHaveProperty('delivery');
  });
});

describe('a request', () => {
  it('has an id of its own in the log and in the reply, whatever id it came with', async () => {
    const http = await startHttp({ answer: () => Promise.reject(new Error('disk')) });
    const replies = [await postForm(http, form), await postForm(http, form)];
    const given = replies.map(({ headers }) => headers.get('x-request-id'));
    expect(new Set(given).size).toBe(2);
    const lines = http.logLines.map((line) => JSON.parse(line) as { msg: string; request?: string });
    expect(lines.map(({ msg, request }) => [msg, request])).toEqual(given.map((id) => ['a command failed', id]));

    const forged = await fetch(`${http.url}/healthz`, { headers: { 'x-request-id': 'jane@acme.ch' } });
    expect(forged.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
  });
});
