import { DatabaseUnavailableError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';

/** kChat shows a command as failed after about 3 s, and people type again then. Milliseconds. */
const patienceMs = 5_000;

/**
 * The store as people's commands see it: a change that waited too long for its turn is not made any more. Otherwise all
 * that was typed while the database hung, and was shown as failed, would be done when it is back.
 */
export function whileAwaited(store: Store, clock: Clock): Store {
  return {
    ...store,
    transaction: (work) => {
      const askedAt = clock.now();
      return store.transaction((queries) => {
        if (clock.now() - askedAt > patienceMs) {
          throw new DatabaseUnavailableError('The database was too late for this command.');
        }
        return work(queries);
      });
    },
  };
}
