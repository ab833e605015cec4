import { expect, it } from 'vitest';
import { whileAwaited } from '../../src/command-line/while-awaited.ts';
import { DatabaseUnavailableError } from '../../src/errors.ts';
import { FakeClock, seconds } from '../support/fake-clock.ts';
import { holdTransaction } from '../support/hold-transaction.ts';
import { openTemporaryStore } from '../support/temporary-store.ts';

it.each([
  [4, 'is made'],
  [6, 'is not made any more'],
])('a change that waits %i s for its turn %s', async (waited) => {
  const clock = new FakeClock();
  const store = await openTemporaryStore(clock);
  const other = await holdTransaction(store);

  const jane = { teamId: 'team', userId: 'jane', firstSeenAt: 1 };
  const change = whileAwaited(store, clock).transaction(({ people }) => people.add(jane));
  const outcome = change.catch((error: unknown) => error);
  clock.advance(seconds(waited));
  other.letGo();
  await other.ended;

  const isMade = waited < 5;
  expect(await outcome).toEqual(isMade ? true : expect.any(DatabaseUnavailableError));
  expect(await store.people.unknownOf('team', ['jane'])).toEqual(isMade ? [] : ['jane']);
});
