import { expect, it } from 'vitest';
import { DueLook } from '../../src/deliveries/due-look.ts';
import { FakeClock } from '../support/fake-clock.ts';

const asleep = 'asleep';
const stateOf = (sleep: Promise<void>) => Promise.race([sleep.then(() => 'awake'), Promise.resolve(asleep)]);

/** A look of which the test says when it comes, and what it finds. */
function start() {
  const asked: (readonly string[])[] = [];
  const looks: PromiseWithResolvers<string[]>[] = [];
  let begun = Promise.withResolvers<undefined>();
  const dueLook = new DueLook({
    deliveries: {
      teamsDue: (teamIds) => {
        asked.push(teamIds);
        const look = Promise.withResolvers<string[]>();
        looks.push(look);
        begun.resolve(undefined);
        return look.promise;
      },
    },
    clock: new FakeClock(),
    everyMs: 1,
  });
  const nextLook = async () => {
    await begun.promise;
    begun = Promise.withResolvers();
    const look = looks.at(-1);
    if (!look) throw new Error('Nobody looked');
    return look;
  };
  return { dueLook, asked, nextLook };
}

it('one look is for all that sleep, and wakes those for whom something is due', async () => {
  const { dueLook, asked, nextLook } = start();
  const never = new AbortController().signal;
  const [acme, other] = [dueLook.until('acme', never), dueLook.until('other', never)];
  (await nextLook()).resolve(['other']);
  await other;
  expect(await stateOf(acme)).toBe(asleep);
  expect(asked).toEqual([['acme', 'other']]);

  (await nextLook()).resolve(['acme']);
  await acme;
  expect(asked.at(-1)).toEqual(['acme']);
});

it('whoever is woken for another reason is not looked for', async () => {
  const { dueLook, asked, nextLook } = start();
  const alarm = new AbortController();
  const woken = dueLook.until('woken', alarm.signal);
  const acme = dueLook.until('acme', new AbortController().signal);
  alarm.abort();
  await woken;
  (await nextLook()).resolve(['acme']);
  await acme;
  expect(asked).toEqual([['acme']]);
});

it('a database that does not answer wakes everybody, because those who claim tell of it', async () => {
  const { dueLook, nextLook } = start();
  const sleeps = ['acme', 'other'].map((team) => dueLook.until(team, new AbortController().signal));
  (await nextLook()).reject(new Error('away'));
  await Promise.all(sleeps);
});
