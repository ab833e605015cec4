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

function refusing(times: number) {
  return () => (times-- > 0 ? Promise.reject(new Error('401')) : Promise.resolve());
}

it('holds the work once, however many calls are refused, and lets it go on when the token is accepted', async () => {
  const { hold, happened, log } = startHold(refusing(3));
  expect(hold.isHeld()).toBe(false);
  await Promise.all([hold.refused(), hold.refused()]);
  expect(happened).toEqual(['paused']);
  expect(hold.isHeld()).toBe(true);
  await until('the end of the hold', () => happened.includes('resumed'));
  expect(happened).toEqual(['paused', 'resumed']);
  expect(hold.isHeld()).toBe(false);
  expect(log.messages('error')).toHaveLength(1);
  expect(log.messages('info')).toEqual(['kChat accepts the bot’s token again']);
});

it('lets the work go on at once, and says nothing, when kChat accepts the token after all', async () => {
  const { hold, happened, log } = startHold(refusing(0));
  await hold.refused();
  expect(happened).toEqual(['paused', 'resumed']);
  expect(log.lines).toEqual([]);
});

it('can hold again later', async () => {
  const { hold, happened } = startHold(refusing(0));
  await hold.refused();
  await hold.refused();
  expect(happened).toEqual(['paused', 'resumed', 'paused', 'resumed']);
});

it('is not kept waiting by the refusal that its own question meets', async () => {
  const { hold, happened } = startHold(async () => {
    await hold.refused();
    throw new Error('401');
  });
  await hold.refused();
  expect(happened).toEqual(['paused']);
  hold.stop();
});

it('does not start the work again while the program stops', async () => {
  const answer = Promise.withResolvers<undefined>();
  const { hold, happened } = startHold(() => answer.promise);
  const refused = hold.refused();
  hold.stop();
  answer.resolve(undefined);
  await refused;
  expect(happened).toEqual(['paused']);
});
