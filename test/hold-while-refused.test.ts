import { expect, it } from 'vitest';
import { holdWhileRefused } from '../src/hold-while-refused.ts';
import { FakeLog } from './support/fake-log.ts';
import { until } from './support/until.ts';

function startHold(identify: () => Promise<unknown>) {
  const happened: string[] = [];
  const log = new FakeLog();
  const note = (what: string) => () => {
    happened.push(what);
  };
  const hold = holdWhileRefused({ identify, pause: note('paused'), resume: note('resumed'), log, firstPauseMs: 1 });
  return { hold, happened, log };
}

it('holds the work once, however many calls are refused, and lets it go on when the token is accepted', async () => {
  let refusals = 3;
  const { hold, happened, log } = startHold(() =>
    refusals-- > 0 ? Promise.reject(new Error('401')) : Promise.resolve(),
  );
  hold.refused();
  hold.refused();
  await until('the end of the hold', () => happened.includes('resumed'));
  expect(happened).toEqual(['paused', 'resumed']);
  expect(log.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
});

it('can hold again later', async () => {
  const { hold, happened } = startHold(() => Promise.resolve());
  hold.refused();
  await until('the first end', () => happened.length === 2);
  hold.refused();
  await until('the second end', () => happened.length === 4);
});

it('does not start the work again while the program stops', async () => {
  const asked = Promise.withResolvers<undefined>();
  const answer = Promise.withResolvers<undefined>();
  const { hold, happened } = startHold(() => {
    asked.resolve(undefined);
    return answer.promise;
  });
  hold.refused();
  await asked.promise;
  hold.stop();
  answer.resolve(undefined);
  await new Promise(setImmediate);
  expect(happened).toEqual(['paused']);
});
