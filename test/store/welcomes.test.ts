import { beforeEach, expect, it } from 'vitest';
import type { Store } from '../../src/ports/store.ts';
import type { WelcomeText } from '../../src/ports/welcome-store.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { openTemporaryStore } from '../support/temporary-store.ts';

const hello: WelcomeText = {
  teamId: 'acme',
  part: 'first',
  locale: 'en_GB',
  text: 'Hello',
  afterDays: undefined,
  changedAt: 1,
  changedBy: 'anna',
};

let store: Store;
beforeEach(async () => {
  store = await openTemporaryStore(new FakeClock());
});

it('keeps one text for each part and language of a team, the newest', async () => {
  const second: WelcomeText = { ...hello, part: 'second', afterDays: 3 };
  const support: WelcomeText = { ...hello, part: 'channel:support', locale: 'de_DE' };
  for (const text of [hello, second, support, { ...hello, teamId: 'other' }]) await store.welcomes.save(text);
  await store.welcomes.save({ ...hello, text: 'Good morning', changedAt: 2 });
  expect(await store.welcomes.all('acme')).toEqual([support, { ...hello, text: 'Good morning', changedAt: 2 }, second]);
});

it('removes one text and no other, once', async () => {
  for (const teamId of ['acme', 'other']) await store.welcomes.save({ ...hello, teamId });
  await store.welcomes.save({ ...hello, locale: 'de_DE' });
  expect(await store.welcomes.remove('acme', 'first', 'en_GB')).toBe(true);
  expect(await store.welcomes.remove('acme', 'first', 'en_GB')).toBe(false);
  expect((await store.welcomes.all('acme')).map(({ locale }) => locale)).toEqual(['de_DE']);
  expect(await store.welcomes.all('other')).toHaveLength(1);
});
